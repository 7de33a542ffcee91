internal import Foundation
internal import GRDB

/// Outputs that Kafka may not have yet, in the order they were made.
struct Outbox {
  let db: Database

  func add(_ output: IndexOutput) throws {
    try insert(output.position, output.eventID, output.record.map { Data($0) }, nil)
  }

  func add(_ rejection: IndexRejection) throws {
    try insert(rejection.position, nil, nil, rejection.error)
  }

  func entries(of source: SourcePartition, in offsets: Range<Int64>) throws -> IndexResult {
    let statement = try db.cachedStatement(
      sql: """
        SELECT "offset", key, value, problem, words FROM outbox
        WHERE topic = ? AND partition = ? AND "offset" >= ? AND "offset" < ? ORDER BY seq
        """)
    let rows = try Row.fetchCursor(
      statement,
      arguments: [source.topic, source.partition, offsets.lowerBound, offsets.upperBound])
    var result = IndexResult()
    while let row = try rows.next() {
      let position = SourcePosition(
        topic: source.topic, partition: source.partition, offset: row[0])
      if let problem: String = row[3], let code = RecordError.Code(rawValue: problem) {
        result.rejections.append(
          IndexRejection(position: position, error: RecordError(code: code, description: row[4])))
      } else {
        let value: Data? = row[2]
        result.outputs.append(
          IndexOutput(position: position, eventID: row[1], record: value.map { [UInt8]($0) }))
      }
    }
    return result
  }

  func remove(_ source: SourcePartition, before offset: Int64) throws {
    let statement = try db.cachedStatement(
      sql: #"DELETE FROM outbox WHERE topic = ? AND partition = ? AND "offset" < ?"#)
    try statement.execute(arguments: [source.topic, source.partition, offset])
  }

  /// Makes everything that is left belong to `offset`, where the partition is read again from an
  /// earlier record: who reads that one gives out what was left behind, too.
  func moveAll(of source: SourcePartition, to offset: Int64) throws {
    let statement = try db.cachedStatement(
      sql: #"UPDATE outbox SET "offset" = ? WHERE topic = ? AND partition = ?"#)
    try statement.execute(arguments: [offset, source.topic, source.partition])
  }

  /// Makes what is left beyond `next`, where nothing was read yet, belong to `offset`.
  ///
  /// - Returns: whether there was anything.
  func moveLeft(of source: SourcePartition, from next: Int64, to offset: Int64) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: #"UPDATE outbox SET "offset" = ? WHERE topic = ? AND partition = ? AND "offset" >= ?"#)
    try statement.execute(arguments: [offset, source.topic, source.partition, next])
    return db.changesCount > 0
  }

  private func insert(
    _ position: SourcePosition, _ key: String?, _ value: Data?, _ error: RecordError?
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO outbox (topic, partition, "offset", key, value, problem, words)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      position.topic, position.partition, position.offset, key, value, error?.code.rawValue,
      error?.description,
    ])
  }
}
