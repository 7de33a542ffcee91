public import Contracts

/// A query that is asked of one event after the other, without a store.
public struct SearchFilter: Sendable {
  private let query: SearchQuery
  private let expression: SearchExpression?

  /// - Throws: ``StoreError`` of the code `query` where the query cannot be answered.
  public init(_ query: SearchQuery) throws(StoreError) {
    self.query = query
    try query.check()
    expression = SearchExpression.joined(
      try query.conditions + SearchTerms(query.words).quoted + SearchTerms(query.words).unranked)
  }

  /// Whether a search for the query would find the event. Order, limit and the place to go on
  /// from make no difference.
  public func allows(_ event: Event) -> Bool {
    if let story = query.story, event.story != story { return false }
    if query.from != nil || query.to != nil {
      guard let days = event.days else { return false }
      if let from = query.from, days.upperBound < from { return false }
      if let to = query.to, days.lowerBound > to { return false }
    }
    if let area = query.area {
      guard let point = event.point, area.contains(point) else { return false }
    }
    return expression?.matches(SearchDocument(event)) ?? true
  }
}
