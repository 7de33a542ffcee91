import Contracts
import Foundation
import Kafka
import Testing

/// Workers at full speed for a long time.
@Suite(
  .serialized, .timeLimit(.minutes(30)),
  .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "there is no /proc"))
struct SoakTests {
  @Test func memoryHandlesAndThreadsStayFlat() async throws {
    // A topic that kept all of it would fill the local broker's memory.
    let deployment = try await Deployment("soak", settings: ["retention.ms": "60000"])
    let names = ["parser-worker", "indexer"]
    for name in names { try deployment.start(name) }
    let began = ContinuousClock.now
    let producer = try Producer(deployment.pipeline.configuration)
    let length = Duration.seconds(Extent.of(8, full: 600))
    var count = 0
    // Loading, caches and the first batches are behind them.
    let warm = Extent.of(600, full: 5000)
    var warmAt: ContinuousClock.Instant?
    var holdings: [String: [Holding]] = [:]
    while warmAt.map({ ContinuousClock.now - $0 < length }) ?? true {
      try Task.checkCancellation()
      for record in articles(count..<count + 200, of: deployment.pipeline) {
        try await producer.enqueue(record)
      }
      try await producer.flush(timeout: .seconds(60))
      count += 200
      // Never without work, never with more than the broker can hold.
      try await deployment.waitUntilParsed(count - 400)
      try await deployment.waitUntilIndexed(count - 800)
      if warmAt == nil, count >= warm { warmAt = .now }
      guard warmAt != nil else { continue }
      for name in names {
        holdings[name, default: []].append(try Holding(of: deployment.worker(name).id))
      }
    }
    await producer.close()
    try await deployment.waitUntilParsed(count)
    try await deployment.stop()
    for name in names {
      let all = try #require(holdings[name])
      let first = Array(all.prefix(max(1, all.count / 4)))
      let last = Array(all.suffix(max(1, all.count / 4)))
      let figures =
        "\(name): \(count) articles in \(began.duration(to: .now)); after warming up and at the end "
        + "\(first.most(\.memory)) and \(last.most(\.memory)) KB, \(first.most(\.handles)) and "
        + "\(last.most(\.handles)) handles, \(first.most(\.threads)) and \(last.most(\.threads)) threads"
      print(figures)
      // The store keeps up to 32 MiB of its file in memory, which fill up as the file grows.
      let base = max(first.most(\.memory), name == "indexer" ? 110_000 : 0)
      let allowed = base / 10 + Extent.of(48_000, full: 16_000)
      #expect(last.most(\.memory) <= base + allowed, "\(figures)")
      #expect(last.most(\.handles) <= first.most(\.handles) + 2, "\(figures)")
      #expect(last.most(\.threads) <= first.most(\.threads) + 4, "\(figures)")
    }
  }

  /// Articles that have little in common, so that whatever keeps what it has seen grows.
  private func articles(_ numbers: Range<Int>, of pipeline: Pipeline) -> [ProducerRecord] {
    numbers.map { number in
      let name = String(
        String.UnicodeScalarView(
          String(number, radix: 26).unicodeScalars.map {
            Unicode.Scalar(0x628 + ($0.value & 0x1F) % 18) ?? $0
          }))
      let article = RawArticle(
        id: "article-\(number)", title: "عنوان \(number)",
        body:
          "التقى محمد \(name) وزير الخارجية في مدينة \(name) يوم الاثنين. وقال \(name) إن العدد \(number)."
      )
      return ProducerRecord(
        topic: pipeline.topics.articlesRaw, key: Array("article-\(number)".utf8),
        value: article.json())
    }
  }
}
