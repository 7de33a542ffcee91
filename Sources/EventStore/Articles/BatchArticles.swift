/// The articles that a batch is about, read from the store when they are first asked for and
/// written back at its end.
struct BatchArticles {
  var rows: ArticleRows
  var events: EventRows
  private var states: [Int64: ArticleState] = [:]
  private var known: [String: Int64] = [:]
  /// Ids that no article has.
  private var absent: Set<String> = []
  /// Of articles that are only compared.
  private var others: [Int64: (sketch: Sketch, cluster: Int64?)] = [:]

  init(db: any SQLConnection) throws {
    rows = try ArticleRows(db: db)
    events = try EventRows(db: db)
  }

  /// The state of an article that was found, loaded or made before.
  subscript(row: Int64) -> ArticleState { states[row]! }

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

  /// Reads the articles of these ids at once, so that each need not be asked for.
  mutating func prepare(_ ids: some Sequence<String>) throws {
    let unknown = Set(ids).subtracting(known.keys).subtracting(absent)
    guard !unknown.isEmpty else { return }
    try keep(rows.load(ids: Array(unknown)))
    absent.formUnion(unknown.subtracting(known.keys))
  }

  mutating func find(_ id: String) throws -> Int64? {
    if let row = known[id] { return row }
    if absent.contains(id) { return nil }
    try prepare([id])
    return known[id]
  }

  mutating func load(_ rows: [Int64]) throws {
    let unknown = Set(rows).subtracting(states.keys)
    if !unknown.isEmpty { try keep(self.rows.load(rows: Array(unknown))) }
  }

  mutating func make(_ id: String) -> Int64 {
    let row = rows.newRow()
    states[row] = ArticleState(row: row, id: id)
    known[id] = row
    absent.remove(id)
    return row
  }

  private mutating func keep(_ articles: [ArticleState]) throws {
    let found = try events.load(articles: articles.map(\.row))
    for article in articles {
      states[article.row] = article
      article.events = found[article.row] ?? []
      known[article.id] = article.row
    }
  }

  /// Reads what these articles are compared by.
  mutating func prepareSketches(_ rows: some Sequence<Int64>) throws {
    let unknown = Set(rows).subtracting(states.keys).subtracting(others.keys)
    if !unknown.isEmpty { others.merge(try self.rows.sketches(Array(unknown))) { $1 } }
  }

  func sketch(_ row: Int64) -> Sketch { states[row]?.sketch ?? others[row]?.sketch ?? Sketch() }

  func cluster(_ row: Int64) -> Int64? {
    if let state = states[row] { return state.cluster }
    return others[row]?.cluster
  }

  /// Makes the articles of one cluster part of another.
  mutating func move(cluster: Int64, to other: Int64) throws {
    try rows.move(cluster: cluster, to: other)
    for state in states.values where state.cluster == cluster { state.cluster = other }
    for row in others.keys where others[row]?.cluster == cluster { others[row]?.cluster = other }
  }

  /// The events that articles have, as they are compared.
  mutating func tellings(_ rows: [Int64]) throws -> [[Occurrences.Telling]] {
    let told = rows.map { row in
      let events = self[row].events
      return (row, events.indices.filter { events[$0].content != nil }.map { events[$0] })
    }
    let traits = try events.traits(
      told.flatMap { $1.filter { $0.traits == nil }.map(\.row) })
    return told.map { row, events in
      events.map {
        Occurrences.Telling(
          id: $0.id, article: row, traits: $0.traits ?? traits[$0.row] ?? Traits())
      }
    }
  }

  /// An event got another number in the index of words than it was promised.
  mutating func list(_ event: Int64, _ key: Int64) {
    for state in states.values {
      if let place = state.events.firstIndex(where: { $0.row == event }) {
        state.events[place].listed = key
      }
    }
  }

  /// Writes back what changed.
  func save() throws {
    let loaded = loaded.compactMap { states[$0] }
    try rows.save(loaded.filter(\.isChanged))
    try events.save(
      loaded.flatMap { article in
        article.events.lazy.filter(\.isChanged).map { (article.row, $0) }
      })
  }
}
