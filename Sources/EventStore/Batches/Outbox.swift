/// Records for `events` that Kafka may not have yet, by the partition that publishes them and in
/// the order of their numbers; and inputs that were rejected, until Kafka has their dead letters.
struct Outbox {
  let db: any SQLConnection

  /// - Parameter outputs: with the row of each one's owner.
  func add(_ outputs: [(row: Int64, output: IndexOutput)]) throws {
    try db.insert(
      into: "outbox", ["seq", "owner", "key", "value"],
      outputs.map {
        [
          .integer($0.output.sequence), .integer($0.row), .text($0.output.eventID),
          .init($0.output.record),
        ]
      })
  }

  /// Those behind a number, in order.
  func outputs(
    of owner: SourcePartition, _ row: Int64, behind sequence: Int64, limit: Int
  ) throws -> [IndexOutput] {
    try db.all(
      "SELECT seq, key, value FROM outbox WHERE owner = ? AND seq > ? ORDER BY seq LIMIT ?",
      [.integer(row), .integer(sequence), .init(limit)]
    ) {
      IndexOutput(owner: owner, sequence: $0[0], cause: nil, eventID: $0[1], record: $0.bytes(2))
    }
  }

  func remove(_ row: Int64, upTo sequence: Int64) throws {
    try db.execute(
      "DELETE FROM outbox WHERE owner = ? AND seq <= ?", [.integer(row), .integer(sequence)])
  }

  func add(_ rejection: IndexRejection, _ row: Int64) throws {
    try db.execute(
      """
      INSERT INTO rejection (owner, "offset", problem, words) VALUES (?, ?, ?, ?)
      ON CONFLICT (owner, "offset") DO NOTHING
      """,
      [
        .integer(row), .integer(rejection.position.offset), .text(rejection.error.code.rawValue),
        .text(rejection.error.description),
      ])
  }

  func rejection(at position: SourcePosition, _ row: Int64) throws -> IndexRejection? {
    let error = try db.first(
      "SELECT problem, words FROM rejection WHERE owner = ? AND \"offset\" = ?",
      [.integer(row), .integer(position.offset)]
    ) { found in
      RecordError.Code(rawValue: found[0]).map { RecordError(code: $0, description: found[1]) }
    }
    return (error ?? nil).map { IndexRejection(position: position, error: $0) }
  }

  func removeRejections(_ row: Int64, before offset: Int64) throws {
    try db.execute(
      "DELETE FROM rejection WHERE owner = ? AND \"offset\" < ?", [.integer(row), .integer(offset)])
  }
}
