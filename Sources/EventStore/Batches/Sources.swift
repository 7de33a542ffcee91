/// The partitions that are read, as the batch under way leaves them.
struct Sources {
  /// How far one was read, and what it gave.
  struct State {
    /// The number by which other tables name it.
    var row: Int64
    /// Inputs before this have reached Kafka for good.
    var acknowledged: Int64
    /// The input that comes next.
    var next: Int64
    /// The number of its last output.
    var last: Int64
    fileprivate var isStored = true
    fileprivate var isChanged = false
  }

  private let db: any SQLConnection
  private var states: [SourcePartition: State] = [:]
  private var names: [Int64: SourcePartition] = [:]
  private var sequence: Int64 = 0

  init(db: any SQLConnection) throws {
    self.db = db
    try db.query("SELECT rowid, topic, partition, acknowledged, next, last FROM source", []) {
      row in
      let source = SourcePartition(topic: row[1], partition: row[2])
      states[source] = State(row: row[0], acknowledged: row[3], next: row[4], last: row[5])
      names[row[0]] = source
      sequence = max(sequence, row[5])
    }
  }

  /// Nil where nothing was read yet.
  subscript(source: SourcePartition) -> State? { states[source] }

  var all: [SourcePartition: State] { states }

  /// Makes it known, as one of which nothing was read before `offset`.
  mutating func row(of source: SourcePartition, from offset: Int64) -> Int64 {
    if let state = states[source] { return state.row }
    let row = (names.keys.max() ?? 0) + 1
    names[row] = source
    states[source] = State(
      row: row, acknowledged: offset, next: offset, last: 0, isStored: false, isChanged: true)
    return row
  }

  mutating func noteRead(_ position: SourcePosition) {
    _ = row(of: position.source, from: position.offset)
    states[position.source]?.next = position.offset + 1
    states[position.source]?.isChanged = true
  }

  /// It is read again from an earlier offset.
  mutating func turnBack(_ source: SourcePartition, to offset: Int64) {
    states[source]?.acknowledged = offset
    states[source]?.next = offset
    states[source]?.isChanged = true
  }

  /// Never further than was read: a store that lost its file must not skip what it has not seen.
  mutating func acknowledge(_ source: SourcePartition, before offset: Int64) {
    guard let state = states[source] else { return }
    states[source]?.acknowledged = max(state.acknowledged, min(state.next, offset))
    states[source]?.isChanged = true
  }

  /// Whose events go out with this row's, and the number of the next of them.
  ///
  /// An article of which nothing is known but what was told has no owner; the first partition is.
  mutating func number(nextOf row: Int64?) -> (owner: SourcePartition, row: Int64, number: Int64)? {
    guard let row = row.flatMap({ names[$0] == nil ? nil : $0 }) ?? names.keys.min(),
      let owner = names[row]
    else { return nil }
    sequence += 1
    states[owner]?.last = sequence
    states[owner]?.isChanged = true
    return (owner, row, sequence)
  }

  mutating func save() throws {
    let changed = states.filter(\.value.isChanged)
    for source in changed.keys {
      states[source]?.isStored = true
      states[source]?.isChanged = false
    }
    try db.execute(
      "UPDATE source SET acknowledged = ?, next = ?, last = ? WHERE rowid = ?",
      each: changed.values.filter(\.isStored).map {
        [.integer($0.acknowledged), .integer($0.next), .integer($0.last), .integer($0.row)]
      })
    try db.insert(
      into: "source", ["rowid", "topic", "partition", "acknowledged", "next", "last"],
      changed.filter { !$0.value.isStored }.map { source, state in
        [
          .integer(state.row), .text(source.topic), .init(source.partition),
          .integer(state.acknowledged), .integer(state.next), .integer(state.last),
        ]
      })
  }
}
