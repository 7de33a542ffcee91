/// Finds where a store that was made anew says otherwise than consumers were told.
struct Amends {
  /// How many clusters are looked through at a time.
  private static let portion = 500

  let db: any SQLConnection
  let window: Int64

  /// Leaves what is to be told in the outbox.
  ///
  /// - Returns: how many events are concerned.
  func leave() throws -> Int {
    // Articles whose record is gone from the topic stay as they were told.
    let clusters = try db.all(
      """
      SELECT DISTINCT cluster FROM article WHERE cluster IS NOT NULL AND parsed <> ?
      ORDER BY cluster
      """, [.bytes([])]
    ) { $0[0] as Int64 }
    var count = 0
    for start in stride(from: 0, to: clusters.count, by: Self.portion) {
      let end = min(start + Self.portion, clusters.count)
      count += try leave(Array(clusters[start..<end]), [])
    }
    let losers = try db.all(
      "SELECT DISTINCT article FROM event WHERE given IS NOT NULL AND content IS NULL"
    ) { $0[0] as Int64 }
    return try count + leave([], losers)
  }

  private func leave(_ clusters: [Int64], _ losers: [Int64]) throws -> Int {
    var indexing = try ArticleIndexing(db: db, window: window)
    indexing.stories.lookAt(clusters)
    try indexing.articles.load(losers)
    let outputs = try indexing.settle(last: 0, isTold: true)
    var batch = try BatchIndexing(db: db, window: window)
    try batch.tell(outputs)
    return outputs.count
  }
}
