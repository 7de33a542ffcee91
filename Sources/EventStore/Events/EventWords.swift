internal import Contracts

/// The index of the words by which events are found; its rows have the numbers of ``ListingKey``.
///
/// What a batch changes is written at its end in the order of the numbers: SQLite gathers rows that
/// come in order, and writes out what it has whenever one does not.
struct EventWords {
  let db: any SQLConnection
  private var document = SearchDocument()
  private var removed: Set<Int64> = []
  private var added: [Int64: IndexedWords] = [:]
  private var points: Set<SearchPoint> = []

  init(db: any SQLConnection) { self.db = db }

  /// - Returns: the number under which the event is listed.
  mutating func add(_ event: Event) throws -> Int64 {
    document.read(event)
    var key = ListingKey.key(
      day: event.days?.lowerBound, article: event.article.id, place: event.trigger.start)
    while try isTaken(key) { key -= 1 }
    added[key] = IndexedWords(key: key, texts: SearchColumn.allCases.map { document.text($0) })
    if let point = event.point { points.insert(point) }
    return key
  }

  mutating func remove(_ key: Int64) {
    if added.removeValue(forKey: key) == nil { removed.insert(key) }
  }

  /// How many are to be written.
  var count: Int { removed.count + added.count }

  private func isTaken(_ key: Int64) throws -> Bool {
    if added[key] != nil { return true }
    if removed.contains(key) { return false }
    return try db.first("SELECT 1 FROM event WHERE listed = ?", [.integer(key)]) { _ in } != nil
  }

  /// Writes what was added and removed.
  mutating func save() throws {
    try db.execute(
      "DELETE FROM event_words WHERE rowid = ?", each: removed.sorted().map { [.integer($0)] })
    try db.index(added.values.sorted { $0.key < $1.key })
    try db.execute(
      "INSERT INTO point (latitude, longitude) VALUES (?, ?) ON CONFLICT DO NOTHING",
      each: points.map { [.real($0.latitude), .real($0.longitude)] })
    removed = []
    added = [:]
    points = []
  }
}
