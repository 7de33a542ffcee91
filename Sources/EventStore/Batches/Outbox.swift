/// Outputs that Kafka may not have yet, in the order they were made.
struct Outbox {
  let db: any SQLConnection

  func add(_ output: IndexOutput) throws {
    try insert(output.position, output.eventID, output.record, nil)
  }

  func add(_ rejection: IndexRejection) throws {
    try insert(rejection.position, nil, nil, rejection.error)
  }

  func entries(of source: SourcePartition, in offsets: Range<Int64>) throws -> IndexResult {
    var result = IndexResult()
    try db.query(
      """
      SELECT "offset", key, value, problem, words FROM outbox
      WHERE topic = ? AND partition = ? AND "offset" >= ? AND "offset" < ? ORDER BY seq
      """,
      [
        .text(source.topic), .init(source.partition), .integer(offsets.lowerBound),
        .integer(offsets.upperBound),
      ]
    ) { row in
      let position = SourcePosition(
        topic: source.topic, partition: source.partition, offset: row[0])
      if let problem = row.text(3), let code = RecordError.Code(rawValue: problem) {
        result.rejections.append(
          IndexRejection(position: position, error: RecordError(code: code, description: row[4])))
      } else {
        result.outputs.append(
          IndexOutput(position: position, eventID: row[1], record: row.bytes(2)))
      }
    }
    return result
  }

  func remove(_ source: SourcePartition, before offset: Int64) throws {
    try db.execute(
      #"DELETE FROM outbox WHERE topic = ? AND partition = ? AND "offset" < ?"#,
      [.text(source.topic), .init(source.partition), .integer(offset)])
  }

  /// Makes everything that is left belong to `offset`, where the partition is read again from an
  /// earlier record: who reads that one gives out what was left behind, too.
  func moveAll(of source: SourcePartition, to offset: Int64) throws {
    try db.execute(
      #"UPDATE outbox SET "offset" = ? WHERE topic = ? AND partition = ?"#,
      [.integer(offset), .text(source.topic), .init(source.partition)])
  }

  /// Makes what is left beyond `next`, where nothing was read yet, belong to `offset`.
  ///
  /// - Returns: whether there was anything.
  func moveLeft(of source: SourcePartition, from next: Int64, to offset: Int64) throws -> Bool {
    try db.execute(
      #"UPDATE outbox SET "offset" = ? WHERE topic = ? AND partition = ? AND "offset" >= ?"#,
      [.integer(offset), .text(source.topic), .init(source.partition), .integer(next)]) > 0
  }

  private func insert(
    _ position: SourcePosition, _ key: String?, _ value: [UInt8]?, _ error: RecordError?
  ) throws {
    try db.insert(
      into: "outbox", ["topic", "partition", "\"offset\"", "key", "value", "problem", "words"],
      [
        [
          .text(position.topic), .init(position.partition), .integer(position.offset), .init(key),
          .init(value), .init(error?.code.rawValue), .init(error?.description),
        ]
      ])
  }
}
