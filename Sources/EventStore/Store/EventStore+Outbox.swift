/// What Kafka has of a partition for good.
public struct PublishedPlace: Sendable, Hashable {
  /// Of the input that comes next.
  public var offset: Int64
  /// Of the last output; nil where none is known.
  public var sequence: Int64?

  public init(offset: Int64, sequence: Int64? = nil) {
    self.offset = offset
    self.sequence = sequence
  }
}

/// What goes out of a store that several share.
///
/// Whoever reads a partition publishes what its outbox holds, in order, and writes beside the
/// partition's offset in Kafka, in the same transaction, how far that was (``OutboxMark``). Who has
/// the partition next goes on there.
extension EventStore {
  /// The offsets before which everything has reached Kafka, of the partitions that were read.
  ///
  /// To be asked before the group's place is, and given to ``take(_:committed:mark:known:)``.
  public func acknowledged(
    _ sources: [SourcePartition]
  ) throws(StoreError) -> [SourcePartition: Int64] {
    try StoreError.naming(path) {
      try database.read { db in
        let all = try Sources(db: db)
        return Dictionary(
          uniqueKeysWithValues: sources.compactMap { source in
            all[source].map { (source, $0.acknowledged) }
          })
      }
    }
  }

  /// Begins to read and publish a partition.
  ///
  /// Where the group's place lies before what Kafka had for good, it was turned back by hand: the
  /// records from there on are read afresh. A place that was asked for later than `known` cannot lie
  /// before it otherwise, whoever else has had the partition since.
  ///
  /// - Parameters:
  ///   - committed: the group's place; nil where it has none.
  ///   - mark: what stands beside it; nil where there is none of this store's.
  ///   - known: of ``acknowledged(_:)``.
  /// - Returns: up to which number the partition's outputs are published.
  public func take(
    _ source: SourcePartition, committed: Int64?, mark: OutboxMark?, known: Int64?
  ) throws(StoreError) -> Int64 {
    try StoreError.naming(path) {
      try database.write { db in
        var sources = try Sources(db: db)
        if let known, committed ?? 0 < known, sources[source]?.acknowledged == known {
          sources.turnBack(source, to: committed ?? 0)
          try sources.save()
        }
        guard let row = sources[source]?.row else { return 0 }
        if let mark, mark.store == identity { return mark.sequence }
        // What an earlier release left is published as far as the offsets say.
        try db.execute(
          "DELETE FROM outbox WHERE owner = ? AND \"offset\" < ?",
          [.integer(row), .integer(committed ?? 0)])
        return 0
      }
    }
  }

  /// The mark that says that outputs are published up to a number.
  public func mark(_ sequence: Int64) -> OutboxMark {
    OutboxMark(store: identity, sequence: sequence)
  }

  /// The number of the last output of each partition.
  public func lastOutputs() throws(StoreError) -> [SourcePartition: Int64] {
    try StoreError.naming(path) {
      try database.read { db in try Sources(db: db).all.mapValues(\.last) }
    }
  }

  /// The outputs of a partition behind a number, in order.
  public func outbox(
    of source: SourcePartition, behind sequence: Int64 = 0, limit: Int = .max
  ) throws(StoreError) -> [IndexOutput] {
    try StoreError.naming(path) {
      try database.read { db in
        guard let row = try Sources(db: db)[source]?.row else { return [] }
        return try Outbox(db: db).outputs(of: source, row, behind: sequence, limit: limit)
      }
    }
  }

  /// Forgets what Kafka has committed: of each partition, what inputs before an offset were
  /// rejected for, and the outputs up to a number.
  public func acknowledge(_ places: [SourcePartition: PublishedPlace]) throws(StoreError) {
    guard !places.isEmpty else { return }
    try StoreError.naming(path) {
      try database.write { db in
        var indexing = try BatchIndexing(db: db, window: storyWindow)
        try indexing.acknowledge(places)
      }
    }
  }
}
