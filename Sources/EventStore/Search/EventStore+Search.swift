extension EventStore {
  /// The events that a query finds, in its order, as many as it asks for at most. Where the last
  /// page had as many, there may be more behind its last hit's cursor.
  ///
  /// - Throws: ``StoreError``, of the code `query` where the query cannot be answered.
  public func search(_ query: SearchQuery) throws(StoreError) -> [SearchHit] {
    try StoreError.naming(path) {
      try database.read { db in
        let reading = SearchReading(db: db)
        let plan = try SearchPlan(query) { try reading.points($0) }
        let listed = try query.story.map { try reading.events(ofStory: $0) }
        var hits: [SearchHit] = []
        for (number, var segment) in plan.segments.enumerated() {
          let wanted = query.limit - hits.count
          guard wanted > 0 else { break }
          if let after = query.after {
            guard number >= after.segment else { continue }
            if number == after.segment, !segment.goOn(behind: after.key, plan.isAscending) {
              continue
            }
          }
          let found =
            try listed.map { try plan.find($0, in: segment, limit: wanted) }
            ?? reading.events(in: segment, of: plan, limit: wanted)
          hits += try found.map { try $0.hit(plan, segment: number) }
        }
        return hits
      }
    }
  }
}
