internal import Contracts
internal import EventStore
internal import Foundation

/// An event store that lives as long as a measure.
enum ScratchStore {
  private static let batch = 500

  /// Gives articles to a new store in batches, and what each gave to the caller, in order.
  static func run<Result>(
    _ articles: [ParsedArticle], _ body: (EventStore, [IndexInput]) throws -> [Result]
  ) throws -> [Result] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try EventStore(path: folder.appending(path: "store.sqlite").path)
    var results: [Result] = []
    for start in stride(from: 0, to: articles.count, by: batch) {
      let inputs = articles[start..<min(start + batch, articles.count)].enumerated().map {
        IndexInput(
          position: SourcePosition(topic: "articles", partition: 0, offset: Int64(start + $0)),
          articleID: $1.article.id, parsed: $1.json())
      }
      results += try body(store, inputs)
    }
    return results
  }
}
