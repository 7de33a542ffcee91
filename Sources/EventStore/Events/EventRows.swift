/// The events' rows.
struct EventRows {
  let db: any SQLConnection
  private var nextRow: Int64

  init(db: any SQLConnection) throws {
    self.db = db
    nextRow = try (db.first("SELECT max(rowid) FROM event") { $0.integer(0) ?? 0 } ?? 0) + 1
  }

  /// A row that no event has yet.
  mutating func newRow() -> Int64 {
    defer { nextRow += 1 }
    return nextRow
  }

  /// All events that articles ever had, in order.
  func load(articles: [Int64]) throws -> [Int64: [EventState]] {
    var events: [Int64: [EventState]] = [:]
    try db.query(
      "\(Self.selection) WHERE article = ?", each: articles.map { [.integer($0)] }
    ) { number, row in events[articles[number], default: []].append(Self.event(row)) }
    return events.mapValues { $0.sorted { ($0.ordinal, $0.row) < ($1.ordinal, $1.row) } }
  }

  /// The event with the row of its article.
  func load(id: String) throws -> (event: EventState, article: Int64)? {
    try db.first("\(Self.selection) WHERE id = ?", [.text(id)]) { (Self.event($0), $0[12]) }
  }

  private static let selection = """
    SELECT rowid, id, ordinal, version, given, story, same_as, reports, content, extractor,
      first_day, last_day, article, listed, latitude, longitude
    FROM event
    """

  private static func event(_ row: any SQLRow) -> EventState {
    var event = EventState(
      row: row[0], id: row[1], isStored: true, ordinal: row[2], version: row[3], content: row[8],
      extractor: row[9])
    if let given = row.bytes(4) {
      event.given = .init(content: given, story: row[5], sameAs: row[6], reports: row[7])
    }
    if let first = row.text(10), let last = row.text(11) { event.days = first...last }
    event.listed = row[13]
    if let latitude = row.real(14), let longitude = row.real(15) {
      event.point = SearchPoint(latitude: latitude, longitude: longitude)
    }
    return event
  }

  /// Which of these ids events have.
  func existing(_ ids: [String]) throws -> Set<String> {
    var existing: Set<String> = []
    try db.query("SELECT id FROM event WHERE id = ?", each: ids.map { [.text($0)] }) { _, row in
      existing.insert(row[0])
    }
    return existing
  }

  func bodies(_ rows: [Int64]) throws -> [Int64: [UInt8]] {
    var bodies: [Int64: [UInt8]] = [:]
    try db.query(
      "SELECT body FROM event WHERE rowid = ?", each: rows.map { [.integer($0)] }
    ) { bodies[rows[$0]] = $1[0] }
    return bodies
  }

  func traits(_ rows: [Int64]) throws -> [Int64: Traits] {
    var traits: [Int64: Traits] = [:]
    try db.query(
      "SELECT traits FROM event WHERE rowid = ?", each: rows.map { [.integer($0)] }
    ) { traits[rows[$0]] = Traits($1[0]) }
    return traits
  }

  /// - Parameter events: with their articles' rows.
  func save(_ events: [(article: Int64, event: EventState)]) throws {
    var new: [[SQLValue]] = []
    var changed: [[SQLValue]] = []
    var gone: [[SQLValue]] = []
    var read: [[SQLValue]] = []
    for (article, event) in events {
      if !event.isStored {
        new.append(
          Self.values(event) {
            $0 += [
              .integer(event.row), .text(event.id), .integer(article), .init(event.body),
              .init(event.traits?.bytes),
            ]
          })
        continue
      }
      changed.append(Self.values(event) { $0.append(.integer(event.row)) })
      if event.content == nil {
        gone.append([.integer(event.row)])
      } else if let body = event.body, let traits = event.traits {
        read.append([.bytes(body), .bytes(traits.bytes), .integer(event.row)])
      }
    }
    try db.insert(
      into: "event", Self.columns + ["rowid", "id", "article", "body", "traits"], new)
    try db.execute(Self.update, each: changed)
    try db.execute("UPDATE event SET body = NULL WHERE rowid = ?", each: gone)
    try db.execute("UPDATE event SET body = ?, traits = ? WHERE rowid = ?", each: read)
  }

  private static let columns = [
    "ordinal", "version", "given", "story", "same_as", "reports", "extractor", "content",
    "first_day", "last_day", "listed", "latitude", "longitude",
  ]

  /// The values of ``columns``, and what `more` adds.
  private static func values(
    _ event: EventState, _ more: (inout [SQLValue]) -> Void
  ) -> [SQLValue] {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.count + 5)
    values += [
      .init(event.ordinal), .init(event.version), .init(event.given?.content),
      .init(event.given?.story), .init(event.given?.sameAs), .init(event.given?.reports),
      .text(event.extractor), .init(event.content), .init(event.days?.lowerBound),
      .init(event.days?.upperBound), .init(event.listed), .init(event.point?.latitude),
      .init(event.point?.longitude),
    ]
    more(&values)
    return values
  }

  private static let update =
    "UPDATE event SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE rowid = ?"
}
