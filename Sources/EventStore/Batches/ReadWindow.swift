/// How far one partition was read: inputs before `acknowledged` have reached Kafka, those from
/// there up to `next` may have to be given out again.
struct ReadWindow {
  var acknowledged: Int64
  var next: Int64

  func mustGiveAgain(_ offset: Int64) -> Bool { acknowledged <= offset && offset < next }

  static func load(_ db: any SQLConnection, _ source: SourcePartition) throws -> ReadWindow? {
    try db.first(
      "SELECT acknowledged, next FROM source WHERE topic = ? AND partition = ?",
      [.text(source.topic), .init(source.partition)]
    ) { ReadWindow(acknowledged: $0[0], next: $0[1]) }
  }

  func save(_ db: any SQLConnection, _ source: SourcePartition) throws {
    try db.execute(
      """
      INSERT INTO source (topic, partition, acknowledged, next) VALUES (?, ?, ?, ?)
      ON CONFLICT (topic, partition)
      DO UPDATE SET acknowledged = excluded.acknowledged, next = excluded.next
      """,
      [.text(source.topic), .init(source.partition), .integer(acknowledged), .integer(next)])
  }

  /// Never further than was read: a store that lost its file must not skip what it has not seen.
  static func acknowledge(
    _ db: any SQLConnection, _ source: SourcePartition, before offset: Int64
  ) throws {
    guard var window = try load(db, source) else { return }
    window.acknowledged = max(window.acknowledged, min(window.next, offset))
    try window.save(db, source)
  }
}
