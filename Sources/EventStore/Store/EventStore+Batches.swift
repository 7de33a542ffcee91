extension EventStore {
  /// Indexes a batch in one transaction, which also records how far the source was read and keeps
  /// the outputs until ``acknowledge(_:)``.
  ///
  /// An article that is as it was gives nothing; a changed one a new version of each event that
  /// changed and a withdrawal of each that is gone. Events of other articles whose story or
  /// occurrence changed with it get new versions, too, one for many inputs of the batch. An input that was already applied and not
  /// acknowledged is not applied again: it gives what it gave then. One that was acknowledged is
  /// read afresh, for then the source itself was turned back.
  ///
  /// - Parameter batch: inputs in the order of their offsets within each partition.
  /// - Throws: ``StoreError``; then nothing of the batch is kept, and it may be given again.
  public func apply(batch: [IndexInput]) throws(StoreError) -> IndexResult {
    guard !batch.isEmpty else { return IndexResult() }
    return try StoreError.naming(path) {
      try database.write { db in
        var indexing = try BatchIndexing(db: db, window: storyWindow)
        return try indexing.apply(batch)
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

  /// What inputs from `offset` on gave and nobody has acknowledged, in the order it was made.
  public func outbox(
    of source: SourcePartition, from offset: Int64
  ) throws(StoreError) -> IndexResult {
    try StoreError.naming(path) {
      try database.read { db in
        try Outbox(db: db).entries(of: source, in: offset..<Int64.max)
      }
    }
  }

  /// Forgets the outputs of every input before the given offsets: Kafka has committed them.
  public func acknowledge(_ offsets: [SourcePartition: Int64]) throws(StoreError) {
    guard !offsets.isEmpty else { return }
    try StoreError.naming(path) {
      try database.write { db in
        for (source, offset) in offsets {
          try Outbox(db: db).remove(source, before: offset)
          try ReadWindow.acknowledge(db, source, before: offset)
        }
      }
    }
  }
}
