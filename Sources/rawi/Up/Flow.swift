internal import Contracts
internal import Foundation
internal import Kafka
internal import Synchronization

/// Follows the articles of one run through the topics.
final class Flow: Sendable {
  private let cluster: Cluster
  private let patience: Duration
  private let raw: Backlog
  private let parsed: Backlog
  private let events: TopicReader
  private let dead: TopicReader
  private let shown = Atomic<Int>(0)
  private let rejected = Atomic<Int>(0)

  /// To be made before the first article is sent.
  init(_ cluster: Cluster, patience: Duration) async throws {
    self.cluster = cluster
    self.patience = patience
    raw = try await Backlog(cluster.topics.articlesRaw, cluster)
    parsed = try await Backlog(cluster.topics.articlesParsed, cluster)
    events = try await TopicReader(cluster.topics.events, from: .end, cluster)
    dead = try await TopicReader(cluster.topics.articlesDead, from: .end, cluster)
  }

  func close() async {
    await events.close()
    await dead.close()
  }

  /// Shows events as they come, until the task is cancelled.
  func showEvents(_ format: OutputFormat) async throws {
    var printer = EventPrinter(format: format)
    try await events.read(follow: true) { record in
      printer.print(record)
      shown.add(1, ordering: .relaxed)
    }
  }

  /// Tells of dead letters as they come, until the task is cancelled.
  func showDeadLetters() async throws {
    try await dead.read(follow: true) { record in
      let reason = record.headerText("__connect.errors.exception.message") ?? "no reason given"
      Terminal.note("rawi: dead letter \((record.keyText ?? "without key").plain): \(reason.plain)")
      rejected.add(1, ordering: .relaxed)
    }
  }

  /// Waits until everything that was sent has come out, and says how much that was.
  func finish() async throws -> String {
    let sent = try await raw.targets()
    let articles = raw.count(to: sent)
    Terminal.note("rawi: \(articles) articles sent")
    try await wait(for: "parser-worker", toCommit: sent)
    try await wait(for: "indexer", toCommit: parsed.targets())
    for (topic, reader) in [
      (cluster.topics.events, events), (cluster.topics.articlesDead, dead),
    ] {
      let ends = try await Backlog.ends(topic, cluster)
      while !reader.hasRead(to: ends) { try await Task.sleep(for: .milliseconds(20)) }
    }
    return "\(articles) articles, \(shown.load(ordering: .relaxed)) event records, "
      + "\(rejected.load(ordering: .relaxed)) dead letters"
  }

  private func wait(for worker: String, toCommit targets: [TopicPartition: Int64]) async throws {
    guard !targets.isEmpty else { return }
    let places = Array(targets.keys)
    var patience = Patience(patience)
    try await cluster.administer { admin in
      while true {
        let committed = try await admin.committedOffsets(
          group: Workers.group(worker, cluster.topics), of: places)
        if targets.allSatisfy({ committed[$0.key] ?? 0 >= $0.value }) { return }
        if patience.isExhausted(by: committed.values.sorted()) {
          throw UpEnd.stuck(worker, self.patience)
        }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}
