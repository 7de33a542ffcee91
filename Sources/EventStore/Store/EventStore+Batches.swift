extension EventStore {
  /// Indexes a batch in one transaction, which also records how far the sources were read and keeps
  /// the outputs until Kafka has them.
  ///
  /// An article that is as it was gives nothing; a changed one a new version of each event that
  /// changed and a withdrawal of each that is gone. Events of other articles whose story or
  /// occurrence changed with it get new versions, too, one for many inputs of the batch. An input
  /// that was applied before, by whomever, is not applied again: what it gave is in the outbox, see
  /// ``outbox(of:behind:limit:)``; it is given here again only where it was rejected.
  ///
  /// - Parameters:
  ///   - batch: inputs in the order of their offsets within each partition.
  ///   - places: what is forgotten in the same transaction, see ``acknowledge(_:)``.
  ///   - threads: how many read the batch at once, before the transaction begins.
  /// - Throws: ``StoreError``; then nothing of the batch is kept, and it may be given again.
  public func apply(
    batch: [IndexInput], acknowledging places: [SourcePartition: PublishedPlace] = [:],
    threads: Int = 1
  ) throws(StoreError) -> IndexResult {
    guard !batch.isEmpty else { return IndexResult() }
    let inputs = InputReading.read(batch, threads: threads)
    return try StoreError.naming(path) {
      try database.write { db in
        var indexing = try BatchIndexing(db: db, window: storyWindow)
        try indexing.acknowledge(places)
        return try indexing.apply(inputs)
      }
    }
  }

  /// The story of each article: the id of the first article that tells the same thing.
  public func stories() throws(StoreError) -> [String: String] {
    try StoreError.naming(path) {
      try database.read { db in
        var stories: [String: String] = [:]
        try db.query("SELECT id, story FROM article WHERE story IS NOT NULL", []) {
          stories[$0[0]] = $0[1]
        }
        return stories
      }
    }
  }

  /// The offset that comes next in each partition of `topic` that was ever read.
  public func recordedOffsets(topic: String) throws(StoreError) -> [Int32: Int64] {
    try StoreError.naming(path) {
      try database.read { db in
        var offsets: [Int32: Int64] = [:]
        try db.query("SELECT partition, next FROM source WHERE topic = ?", [.text(topic)]) {
          offsets[$0[0]] = $0[1]
        }
        return offsets
      }
    }
  }
}
