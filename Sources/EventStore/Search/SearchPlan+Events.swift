extension SearchPlan {
  /// The same as the index finds, among events that are there.
  func find(
    _ events: [ListedEvent], in segment: Segment, limit: Int
  ) throws -> [ListedEvent] {
    let found = try events.filter { listed in
      guard segment.keys.contains(listed.key) else { return false }
      let event = try listed.event
      if let day = segment.lastDay, event.days.map({ $0.upperBound < day }) ?? true { return false }
      if let area, event.point.map({ !area.contains($0) }) ?? true { return false }
      return segment.expression?.matches(SearchDocument(event)) ?? true
    }
    let sorted = found.sorted { isAscending ? $0.key < $1.key : $0.key > $1.key }
    return Array(sorted.prefix(limit))
  }
}

extension SearchPlan.Segment {
  /// Leaves out everything up to an event.
  ///
  /// - Returns: false where nothing is left.
  mutating func goOn(behind key: Int64, _ isAscending: Bool) -> Bool {
    if isAscending {
      guard key < keys.upperBound else { return false }
      keys = max(keys.lowerBound, key + 1)...keys.upperBound
    } else {
      guard key > keys.lowerBound else { return false }
      keys = keys.lowerBound...min(keys.upperBound, key - 1)
    }
    return true
  }
}
