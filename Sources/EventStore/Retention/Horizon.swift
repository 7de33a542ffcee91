/// The time before which articles are forgotten, in seconds since 1970 UTC.
///
/// It is kept in the store, and only ever rises: an article from before it that the store does not
/// have was forgotten, and is none that is new. So nothing that comes again, and no clock that was
/// put back, brings anything back.
enum Horizon {
  private static let name = "forgotten-before"

  static func current(_ db: any SQLConnection) throws -> Int64 {
    let stored: Int64? = try db.first(
      "SELECT value FROM setting WHERE name = ?", [.text(name)]
    ) { $0[0] }
    return stored ?? .min
  }

  /// Moves it forward; never back.
  static func raise(_ db: any SQLConnection, to time: Int64) throws -> Int64 {
    let current = try current(db)
    guard time > current else { return current }
    try db.execute(
      """
      INSERT INTO setting (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name), .integer(time)])
    return time
  }

  /// Where it would be for a store to have room.
  static func wanted(
    _ retention: Retention, now: Int64, _ db: any SQLConnection
  ) throws -> Int64 {
    let byAge = retention.days.map { now - Int64($0) * 86_400 } ?? .min
    return max(byAge, try retention.events.map { try leaving($0, db) } ?? .min)
  }

  /// The time before which there are as many events as are too many, and a twentieth of what may
  /// stay, so that not every batch has something to forget.
  private static func leaving(_ events: Int, _ db: any SQLConnection) throws -> Int64 {
    let count: Int =
      try db.first("SELECT count(*) FROM event WHERE listed IS NOT NULL") { $0[0] } ?? 0
    guard count > events else { return .min }
    let excess = count - events + events / 20
    let last: Int64? = try db.first(
      """
      SELECT published FROM article JOIN event ON event.article = article.rowid
      WHERE event.listed IS NOT NULL AND published < ? ORDER BY published LIMIT 1 OFFSET ?
      """, [.integer(Instant.unknown), .init(excess - 1)]
    ) { $0[0] }
    if let last { return last + 1 }
    // All whose time is known are too few.
    let latest: Int64? = try db.first(
      "SELECT max(published) FROM article WHERE published < ?", [.integer(Instant.unknown)]
    ) { $0[0] }
    return latest.map { $0 + 1 } ?? .min
  }
}
