import Contracts
import EventStore
import Foundation
import LocalPostgreSQL

/// A store of the test's kind in a place of its own, with a folder that goes with it.
final class TemporaryStore {
  let folder: URL
  private(set) var store: EventStore

  init(_ kind: StoreKind = .current) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try EventStore(path: Self.path(of: "events", kind, in: folder))
  }

  /// Where another store of the same kind can be made.
  func path(of name: String) throws -> String { try Self.path(of: name, .current, in: folder) }

  private static func path(
    of name: String, _ kind: StoreKind, in folder: URL
  ) throws -> String {
    switch kind {
    case .sqlite: folder.appending(path: "\(name).sqlite").path
    case .postgresql:
      try LocalPostgreSQL.shared.makeStore("test_\(UUID().uuidString.lowercased())")
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a process finds that starts after this one was killed: nothing is closed in order.
  func reopen() throws { store = try EventStore(path: store.path) }

  /// Kafka has everything before an offset of partition 0, and the outputs up to a number.
  func acknowledge(_ offset: Int64, _ sequence: Int64? = nil) throws {
    try store.acknowledge([partition0: PublishedPlace(offset: offset, sequence: sequence)])
  }

  /// Begins to read partition 0, of which the group has this place.
  func take(committed: Int64?, mark: OutboxMark? = nil) throws -> Int64 {
    let known = try store.acknowledged([partition0])[partition0]
    return try store.take(partition0, committed: committed, mark: mark, known: known)
  }

  /// Applies one article as the next record of partition 0.
  func apply(_ article: ParsedArticle, at offset: Int64) throws -> IndexResult {
    try store.apply(batch: [.article(article, at: offset)])
  }
}

extension IndexInput {
  static func article(
    _ article: ParsedArticle, at offset: Int64, partition: Int32 = 0
  ) -> IndexInput {
    IndexInput(
      position: .at(offset, partition: partition), articleID: article.article.id,
      parsed: article.json())
  }

  static func withdrawal(of article: String, at offset: Int64) -> IndexInput {
    IndexInput(position: .at(offset), articleID: article, parsed: nil)
  }
}

extension SourcePosition {
  static func at(_ offset: Int64, partition: Int32 = 0) -> SourcePosition {
    SourcePosition(topic: "articles.parsed", partition: partition, offset: offset)
  }
}

let partition0 = SourcePartition(topic: "articles.parsed", partition: 0)

/// One sentence and one event in it.
struct SampleEvent {
  var id: String
  var sentence: String
  var type = EventType.state
  var actor: (name: String, country: String?) = ("الوزير", nil)
  var day: String?
  var status = EventStatus.actual
  var killed: Int?
}

extension ParsedArticle {
  static func sample(
    _ id: String, _ events: [SampleEvent], extractor: String = "1", sha256: String? = nil
  ) -> ParsedArticle {
    let texts = events.map(\.sentence)
    var article = ParsedArticle(
      extractor: extractor,
      article: .init(
        id: id, title: "عنوان", sha256: sha256 ?? Digest(of: texts.joined(separator: "\n")).hex(),
        simhash: "0000000000000000", scalars: texts.joined(separator: "\n").unicodeScalars.count),
      text: texts.joined(separator: "\n"))
    var start = 0
    for (index, event) in events.enumerated() {
      let end = start + event.sentence.unicodeScalars.count
      article.sentences.append(.init(start: start, end: end, kind: .body))
      article.entities.append(
        .init(
          id: "e\(index)", kind: .person, name: event.actor.name, country: event.actor.country))
      if let day = event.day {
        article.times.append(
          .init(
            id: "t\(index)", start: start, end: start, value: day, granularity: .day,
            basis: .explicit))
      }
      article.events.append(
        ParsedEvent(
          id: event.id, type: event.type, status: event.status,
          trigger: .init(start: start, end: min(start + 2, end)), sentence: index,
          participants: [.init(role: .actor, entity: "e\(index)", start: start, end: start)],
          time: event.day.map { .init(ref: "t\(index)", value: $0) },
          quantities: event.killed.map {
            [
              .init(
                kind: .count, value: Double($0), unit: "person", effect: .killed, start: start,
                end: end)
            ]
          } ?? [], confidence: 0.5))
      start = end + 1
    }
    return article
  }
}

extension IndexOutput {
  var event: Event? {
    get throws { try record.map { try JSONDecoder().decode(Event.self, from: Data($0)) } }
  }
}

extension IndexResult {
  /// Whether nothing changed, and nothing was rejected.
  var isEmpty: Bool { outputs.isEmpty && rejections.isEmpty }

  /// Event id and version, nil for a withdrawal.
  var versions: [String: Int?] {
    get throws {
      try Dictionary(outputs.map { ($0.eventID, try $0.event?.version) }) { _, last in last }
    }
  }
}
