internal import Foundation
internal import GRDB

/// The events' rows.
struct EventRows {
  let db: Database
  private var nextRow: Int64

  init(db: Database) throws {
    self.db = db
    nextRow = try (Int64.fetchOne(db, sql: "SELECT max(rowid) FROM event") ?? 0) + 1
  }

  /// A row that no event has yet.
  mutating func newRow() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }

  /// All events that the article ever had, in order.
  func load(article: Int64) throws -> [EventState] {
    let statement = try db.cachedStatement(
      sql: "\(Self.selection) WHERE article = ? ORDER BY ordinal, rowid")
    let rows = try Row.fetchCursor(statement, arguments: [article])
    var events: [EventState] = []
    while let row = try rows.next() { events.append(Self.event(row)) }
    return events
  }

  /// The event with the row of its article.
  func load(id: String) throws -> (event: EventState, article: Int64)? {
    let statement = try db.cachedStatement(sql: "\(Self.selection) WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { (Self.event($0), $0[12]) }
  }

  private static let selection = """
    SELECT rowid, id, ordinal, version, given, story, same_as, reports, content, extractor,
      first_day, last_day, article
    FROM event
    """

  private static func event(_ row: Row) -> EventState {
    var event = EventState(
      row: row[0], id: row[1], isStored: true, ordinal: row[2], version: row[3], content: row[8],
      extractor: row[9])
    if let given: Data = row[4] {
      event.given = .init(content: given, story: row[5], sameAs: row[6], reports: row[7])
    }
    if let first: String = row[10], let last: String = row[11] { event.days = first...last }
    return event
  }

  func exists(_ id: String) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM event WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id]) != nil
  }

  func body(_ row: Int64) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT body FROM event WHERE rowid = ?")
    return try Data.fetchOne(statement, arguments: [row]).map { [UInt8]($0) } ?? []
  }

  func traits(_ row: Int64) throws -> Traits {
    let statement = try db.cachedStatement(sql: "SELECT traits FROM event WHERE rowid = ?")
    return Traits(try Data.fetchOne(statement, arguments: [row]) ?? Data())
  }

  func save(_ event: EventState, article: Int64) throws {
    try event.isStored ? update(event) : insert(event, article)
  }

  private func insert(_ event: EventState, _ article: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO event (
          rowid, id, article, ordinal, version, given, story, same_as, reports, extractor,
          content, body, traits, first_day, last_day)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      event.row, event.id, article, event.ordinal, event.version, event.given?.content,
      event.given?.story, event.given?.sameAs, event.given?.reports, event.extractor,
      event.content, event.body.map { Data($0) }, event.traits?.data, event.days?.lowerBound,
      event.days?.upperBound,
    ])
  }

  private func update(_ event: EventState) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE event SET ordinal = ?, version = ?, given = ?, story = ?, same_as = ?, reports = ?,
          extractor = ?, content = ?, first_day = ?, last_day = ?,
          body = CASE WHEN ? IS NULL THEN NULL ELSE coalesce(?, body) END,
          traits = coalesce(?, traits)
        WHERE rowid = ?
        """)
    try statement.execute(arguments: [
      event.ordinal, event.version, event.given?.content, event.given?.story,
      event.given?.sameAs, event.given?.reports, event.extractor, event.content,
      event.days?.lowerBound, event.days?.upperBound, event.content,
      event.body.map { Data($0) }, event.traits?.data, event.row,
    ])
  }
}
