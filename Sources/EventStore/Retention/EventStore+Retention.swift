extension EventStore {
  /// How many stories are forgotten in one transaction, so that nobody waits long.
  private static let portion = 200

  /// Forgets what is older than it is kept, some of it, and gives back the space on the disk.
  ///
  /// Articles go with their events, their words and what they are compared by; a story goes as a
  /// whole, when its last article is old enough. Nothing is told to consumers: their topic has a
  /// retention of its own. An article that was forgotten is not indexed when it comes again.
  ///
  /// - Parameter now: seconds since 1970 UTC.
  /// - Returns: what went. Where there is more, call again.
  public func forget(_ retention: Retention, now: Int64) throws(StoreError) -> Forgotten {
    guard !retention.isUnlimited else { return Forgotten() }
    return try StoreError.naming(path) {
      let forgotten = try database.write { db in
        let horizon = try Horizon.raise(
          db, to: Horizon.wanted(retention, now: now, db))
        var forgetting = Forgetting(db: db)
        try forgetting.forget(before: horizon, atMost: Self.portion)
        return forgetting.forgotten
      }
      if forgotten.articles > 0 { try database.releaseSpace() }
      return forgotten
    }
  }
}
