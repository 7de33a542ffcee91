/// A query as stretches of the list of events, to be read one after the other until there are
/// enough hits.
struct SearchPlan {
  /// A stretch in which the events that match stand in the order of the results.
  struct Segment {
    var keys: ClosedRange<Int64>
    /// nil where all match.
    var expression: SearchExpression?
    /// The last day on which an event may have happened must not be before this one.
    var lastDay: String?
  }

  private(set) var segments: [Segment] = []
  let isAscending: Bool
  /// In which the places are to be: the index tells them only to the hundredth of a degree.
  let area: SearchArea?
  let terms: SearchTerms
  /// See ``SearchQuery/identity``.
  let search: UInt32

  /// - Parameter points: places of events between two latitudes.
  /// - Throws: ``StoreError`` of the code `query`, and what `points` throws.
  init(
    _ query: SearchQuery, points: (ClosedRange<Double>) throws -> [SearchPoint]
  ) throws {
    try query.check()
    terms = SearchTerms(query.words)
    isAscending = query.order == .oldest
    area = query.area
    search = query.identity
    var conditions = try query.conditions
    if let area {
      let cover = SearchCover(try points(area.latitudes).filter(area.contains))
      guard !cover.codes.isEmpty else { return }
      conditions.append(.any(cover.codes.map { .word(.codes, $0) }))
    }
    add(query, conditions)
  }

  private mutating func add(_ query: SearchQuery, _ conditions: [SearchExpression]) {
    let common = conditions + terms.quoted
    if query.order == .relevance, !terms.ranks.isEmpty {
      for rank in terms.ranks { add(query, stretches: common + [rank]) }
    } else {
      add(query, stretches: common + terms.unranked)
    }
  }

  private mutating func add(_ query: SearchQuery, stretches conditions: [SearchExpression]) {
    func segment(_ first: Int64?, _ last: Int64?, lastDay: String? = nil) -> Segment? {
      let extra: [SearchExpression] = lastDay == nil ? [] : [.word(.codes, SearchCode.severalDays)]
      return ListingKey.keys(from: first, to: last).map {
        Segment(
          keys: $0, expression: SearchExpression.joined(extra + conditions), lastDay: lastDay)
      }
    }
    let from = query.from.map { ListingKey.number(of: $0) }
    let to = query.to.map { ListingKey.number(of: $0) }
    let isBounded = from != nil || to != nil
    let dated = segment(from ?? ListingKey.firstKnown, to)
    // An event of several days may begin before the first day asked for, and reach into it.
    let reaching = from.flatMap { from in
      let first = max(ListingKey.firstKnown, from - ListingKey.longestSpan)
      return segment(first, min(from - 1, to ?? .max), lastDay: query.from)
    }
    let undated = isBounded ? nil : segment(0, 0)
    let inOrder = isAscending ? [reaching, dated, undated] : [dated, reaching, undated]
    segments += inOrder.compactMap(\.self)
  }
}
