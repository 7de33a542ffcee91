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

  /// All events that the article ever had, in order.
  func load(article: Int64) throws -> [EventState] {
    try db.all(
      "\(Self.selection) WHERE article = ? ORDER BY ordinal, rowid", [.integer(article)],
      Self.event)
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

  func exists(_ id: String) throws -> Bool {
    try db.first("SELECT 1 FROM event WHERE id = ?", [.text(id)]) { _ in } != nil
  }

  func body(_ row: Int64) throws -> [UInt8] {
    try db.first("SELECT body FROM event WHERE rowid = ?", [.integer(row)]) { $0[0] } ?? []
  }

  func traits(_ row: Int64) throws -> Traits {
    Traits(
      try db.first("SELECT traits FROM event WHERE rowid = ?", [.integer(row)]) { $0[0] } ?? [])
  }

  func save(_ event: EventState, article: Int64) throws {
    try event.isStored ? update(event) : insert(event, article)
  }

  private func insert(_ event: EventState, _ article: Int64) throws {
    try db.insert(
      into: "event",
      ["rowid", "id", "article"] + Self.columns + ["body", "traits"],
      [
        [.integer(event.row), .text(event.id), .integer(article)] + Self.values(event)
          + [.init(event.body), .init(event.traits?.bytes)]
      ])
  }

  private func update(_ event: EventState) throws {
    try db.execute(Self.update, Self.values(event) + [.integer(event.row)])
    if event.content == nil {
      try db.execute("UPDATE event SET body = NULL WHERE rowid = ?", [.integer(event.row)])
    } else if let body = event.body, let traits = event.traits {
      try db.execute(
        "UPDATE event SET body = ?, traits = ? WHERE rowid = ?",
        [.bytes(body), .bytes(traits.bytes), .integer(event.row)])
    }
  }

  private static let columns = [
    "ordinal", "version", "given", "story", "same_as", "reports", "extractor", "content",
    "first_day", "last_day", "listed", "latitude", "longitude",
  ]

  private static func values(_ event: EventState) -> [SQLValue] {
    [
      .init(event.ordinal), .init(event.version), .init(event.given?.content),
      .init(event.given?.story), .init(event.given?.sameAs), .init(event.given?.reports),
      .text(event.extractor), .init(event.content), .init(event.days?.lowerBound),
      .init(event.days?.upperBound), .init(event.listed), .init(event.point?.latitude),
      .init(event.point?.longitude),
    ]
  }

  private static let update =
    "UPDATE event SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE rowid = ?"
}
