/// The articles that a batch is about, read from the store when they are first asked for and
/// written back at its end.
struct BatchArticles {
  var rows: ArticleRows
  var events: EventRows
  private var states: [Int64: ArticleState] = [:]
  private var known: [String: Int64] = [:]

  init(db: any SQLConnection) throws {
    rows = try ArticleRows(db: db)
    events = try EventRows(db: db)
  }

  /// The state of an article that was found, loaded or made before.
  subscript(row: Int64) -> ArticleState {
    get { states[row]! }
    _modify { yield &states[row]! }
  }

  func isLoaded(_ row: Int64) -> Bool { states[row] != nil }

  func isBrought(_ id: String) -> Bool {
    known[id].flatMap { states[$0]?.input } != nil
  }

  /// All that were asked for, in the order of their rows.
  var loaded: [Int64] { states.keys.sorted() }

  /// Those of them that are in a cluster, by it.
  var loadedByCluster: [Int64: [Int64]] {
    var clusters: [Int64: [Int64]] = [:]
    for (row, state) in states {
      if let cluster = state.cluster { clusters[cluster, default: []].append(row) }
    }
    return clusters
  }

  mutating func find(_ id: String) throws -> Int64? {
    if let row = known[id] { return row }
    guard let state = try rows.load(id: id) else { return nil }
    try keep(state)
    return state.row
  }

  mutating func load(_ row: Int64) throws {
    guard states[row] == nil, let state = try rows.load(row: row) else { return }
    try keep(state)
  }

  mutating func make(_ id: String) -> Int64 {
    let row = rows.newRow()
    states[row] = ArticleState(row: row, id: id)
    known[id] = row
    return row
  }

  private mutating func keep(_ state: ArticleState) throws {
    states[state.row] = state
    states[state.row]?.events = try events.load(article: state.row)
    known[state.id] = state.row
  }

  func sketch(_ row: Int64) throws -> Sketch { try states[row]?.sketch ?? rows.sketch(row) }

  func cluster(_ row: Int64) throws -> Int64? {
    if let state = states[row] { return state.cluster }
    return try rows.cluster(row)
  }

  /// Makes the articles of one cluster part of another.
  mutating func move(cluster: Int64, to other: Int64) throws {
    try rows.move(cluster: cluster, to: other)
    for row in states.keys where states[row]?.cluster == cluster { self[row].cluster = other }
  }

  /// The events that an article has, as they are compared.
  func tellings(_ row: Int64) throws -> [Occurrences.Telling] {
    try self[row].events.filter { $0.content != nil }.map {
      Occurrences.Telling(id: $0.id, article: row, traits: try $0.traits ?? events.traits($0.row))
    }
  }

  /// Writes back what changed.
  func save() throws {
    for row in loaded {
      guard let state = states[row] else { continue }
      if state.isChanged { try rows.save(state) }
      for event in state.events where event.isChanged { try events.save(event, article: row) }
    }
  }
}
