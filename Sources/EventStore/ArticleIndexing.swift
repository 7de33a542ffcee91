internal import Contracts
internal import Foundation
internal import GRDB

/// Brings the store up to one record of `articles.parsed` after another.
struct ArticleIndexing {
  /// A new version of an event, or its withdrawal.
  struct Change {
    var eventID: String
    var record: [UInt8]?
  }

  private let db: Database
  private let decoder = JSONDecoder()
  private var events: EventRows
  private var json = JSONWriter()

  init(db: Database) {
    self.db = db
    events = EventRows(db: db)
  }

  /// - Throws: ``RecordError`` before anything is written, or what SQLite reports.
  mutating func apply(_ input: IndexInput) throws -> [Change] {
    guard let bytes = input.parsed else {
      guard let id = input.articleID else { throw RecordError.missingKey }
      return try withdraw(id)
    }
    let digest = Data(Digest(of: bytes).bytes)
    if let id = input.articleID, try ArticleRow.load(db, id)?.parsed == digest { return [] }
    let parsed = try decode(bytes, key: input.articleID)
    let known = try events.known(of: parsed.article.id)
    try check(parsed, known)
    let story =
      try ArticleRow.load(db, parsed.article.id)?.story ?? Story(db: db).of(parsed.article)
    let changes = try update(parsed, known, story)
    try ArticleRow.save(db, parsed.article, story: story, parsed: digest)
    return changes
  }

  private func decode(_ bytes: [UInt8], key: String?) throws -> ParsedArticle {
    let parsed: ParsedArticle
    do {
      parsed = try decoder.decode(ParsedArticle.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw RecordError.malformed(key, error.reason)
    }
    let id = parsed.article.id
    guard parsed.schema == ParsedArticle.schema else {
      throw RecordError.unknownSchema(id, parsed.schema)
    }
    guard key == nil || key == id else { throw RecordError.otherKey(key ?? "", id) }
    return parsed
  }

  private func check(_ parsed: ParsedArticle, _ known: [String: EventRows.Known]) throws {
    var seen: Set<String> = []
    for event in parsed.events {
      let isNew = seen.insert(event.id).inserted
      guard isNew, try known[event.id] != nil || !events.exists(event.id) else {
        throw RecordError.repeatedEvent(parsed.article.id, event.id)
      }
    }
  }

  private mutating func update(
    _ parsed: ParsedArticle, _ known: [String: EventRows.Known], _ story: String
  ) throws -> [Change] {
    let embedding = EventEmbedding(parsed)
    var gone = known
    var changes: [Change] = []
    for event in parsed.events {
      let before = gone.removeValue(forKey: event.id)
      let record = embedding.event(
        event, version: (before?.version ?? 0) + 1, story: story, sameAs: event.id, reports: 1)
      let content = content(of: record)
      if before?.content == content { continue }
      json.reset()
      record.write(to: &json)
      try events.save(record, json: json.bytes, content: content, over: before)
      changes.append(Change(eventID: event.id, record: json.bytes))
    }
    return try changes + withdraw(gone)
  }

  /// What makes a new version of an event: everything but the version itself, the number of
  /// reports and the extractor's version, which alone change nothing for the reader.
  private mutating func content(of record: Event) -> Data {
    var record = record
    record.version = 0
    record.reports = 0
    record.extractor = ""
    json.reset()
    record.write(to: &json)
    return Data(Digest(of: json.bytes).bytes)
  }

  private func withdraw(_ article: String) throws -> [Change] {
    try ArticleRow.withdraw(db, article)
    return try withdraw(events.known(of: article))
  }

  private func withdraw(_ known: [String: EventRows.Known]) throws -> [Change] {
    let live = known.filter { $0.value.content != nil }
    return try live.sorted { $0.value.row < $1.value.row }.map { id, event in
      try events.withdraw(event)
      return Change(eventID: id, record: nil)
    }
  }
}

extension DecodingError {
  /// Where the value is wrong and how, without the debugger's ornaments.
  fileprivate var reason: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      let place = path.isEmpty ? "" : " (at \(path.joined(separator: ".")))"
      return context.debugDescription.trimmingCharacters(in: ["."]) + place
    @unknown default: return String(describing: self)
    }
  }
}
