/// Makes a store anew from the topics, beside the old one, and takes its place in the end.
///
/// Consumers were told what stands in `events`, so that is read first. Then every parsed article
/// is read again without telling anybody. What the store then says otherwise than it was told is
/// left for the next indexer to tell with the first record that it reads: nothing, where the old
/// store was sound.
public final class StoreRebuild {
  private let replacement: any StoreReplacement
  private var store: EventStore { replacement.store }
  private var isFinished = false

  /// - Parameters:
  ///   - path: of the store to be replaced; there need not be one.
  ///   - passwordFile, storyWindow: as for ``EventStore``.
  public init(
    path: String, passwordFile: String? = nil, storyWindow: Int64
  ) throws(StoreError) {
    replacement =
      if PostgreSQLAddress.isAddress(path) {
        try SchemaReplacement(path, passwordFile: passwordFile, storyWindow: storyWindow)
      } else {
        try FileReplacement(path, storyWindow: storyWindow)
      }
  }

  deinit {
    if !isFinished { replacement.discard() }
  }

  /// Notes records of `events`, in the order of their topic.
  ///
  /// - Parameter records: keys and values; a null value for an event that was withdrawn.
  public func note(told records: [(eventID: String, record: [UInt8]?)]) throws(StoreError) {
    try StoreError.naming(store.path) {
      try store.database.write { db in
        var told = ToldEvents(db: db)
        for record in records { try told.note(record.eventID, record.record) }
      }
    }
  }

  /// Reads parsed articles again, in the order of their offsets within each partition. A record
  /// that cannot be indexed is passed over: it went to the dead letters when it came first.
  ///
  /// - Parameter threads: how many read the batch at once.
  public func read(_ batch: [IndexInput], threads: Int = 1) throws(StoreError) {
    let inputs = InputReading.read(batch, threads: threads)
    try StoreError.naming(store.path) {
      try store.database.write { db in
        var indexing = try BatchIndexing(db: db, window: store.storyWindow)
        try indexing.read(inputs)
      }
    }
  }

  /// Puts the new store in the old one's place. Nobody else may have that open.
  ///
  /// - Parameter next: where the indexers will go on reading each partition.
  /// - Returns: how many events are to be told otherwise than they were.
  public func finish(goingOnAt next: [SourcePartition: Int64]) throws(StoreError) -> Int {
    let count = try StoreError.naming(store.path) {
      try store.database.write { db in
        var sources = try Sources(db: db)
        let places = next.sorted {
          ($0.key.topic, $0.key.partition) < ($1.key.topic, $1.key.partition)
        }
        for (source, offset) in places {
          _ = sources.row(of: source, from: offset)
          sources.turnBack(source, to: offset)
        }
        try sources.save()
        var forgetting = Forgetting(db: db)
        try forgetting.forgetAll(before: Horizon.raise(db, to: replacement.horizon))
        return try Amends(db: db, window: store.storyWindow).leave()
      }
    }
    try replacement.replace()
    isFinished = true
    return count
  }
}
