internal import GRDB

/// How far one partition was read: inputs before `acknowledged` have reached Kafka, those from
/// there up to `next` may have to be given out again.
struct ReadWindow {
  var acknowledged: Int64
  var next: Int64

  func mustGiveAgain(_ offset: Int64) -> Bool { acknowledged <= offset && offset < next }

  static func load(_ db: Database, _ source: SourcePartition) throws -> ReadWindow? {
    let statement = try db.cachedStatement(
      sql: "SELECT acknowledged, next FROM source WHERE topic = ? AND partition = ?")
    return try Row.fetchOne(statement, arguments: [source.topic, source.partition]).map {
      ReadWindow(acknowledged: $0[0], next: $0[1])
    }
  }

  func save(_ db: Database, _ source: SourcePartition) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO source (topic, partition, acknowledged, next) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET acknowledged = excluded.acknowledged, next = excluded.next
        """)
    try statement.execute(arguments: [source.topic, source.partition, acknowledged, next])
  }

  /// Never further than was read: a store that lost its file must not skip what it has not seen.
  static func acknowledge(
    _ db: Database, _ source: SourcePartition, before offset: Int64
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE source SET acknowledged = max(acknowledged, min(next, ?))
        WHERE topic = ? AND partition = ?
        """)
    try statement.execute(arguments: [offset, source.topic, source.partition])
  }
}
