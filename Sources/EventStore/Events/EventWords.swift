/// The index of the words by which events are found; its rows have the numbers of ``ListingKey``.
///
/// What a batch changes is written at its end in the order of the numbers: SQLite gathers rows that
/// come in order, and writes out what it has whenever one does not.
struct EventWords {
  let db: any SQLConnection
  private var removed: Set<Int64> = []
  private var added: [Int64: Addition] = [:]
  private var points: Set<SearchPoint> = []

  private struct Addition {
    /// The event's row.
    var row: Int64
    var words: IndexedWords
  }

  init(db: any SQLConnection) { self.db = db }

  /// - Returns: the number under which the event will be listed, unless another event has it.
  mutating func add(_ event: ReadEvent, row: Int64) -> Int64 {
    var words = event.words
    while added[words.key] != nil { words.key -= 1 }
    added[words.key] = Addition(row: row, words: words)
    if let point = event.point { points.insert(point) }
    return words.key
  }

  mutating func remove(_ key: Int64) {
    if added.removeValue(forKey: key) == nil { removed.insert(key) }
  }

  /// How many are to be written.
  var count: Int { removed.count + added.count }

  /// Writes what was added and removed, before the events' rows are written.
  ///
  /// - Returns: by its row, the number of each event that got another than was promised.
  mutating func save() throws -> [Int64: Int64] {
    let moved = try evade()
    try db.removeFromIndex(removed.sorted())
    try db.index(added.values.map(\.words).sorted { $0.key < $1.key })
    try db.execute(
      "INSERT INTO point (latitude, longitude) VALUES (?, ?) ON CONFLICT DO NOTHING",
      each: points.map { [.real($0.latitude), .real($0.longitude)] })
    removed = []
    added = [:]
    points = []
    return moved
  }

  /// Gives other numbers to those whose number is taken.
  private mutating func evade() throws -> [Int64: Int64] {
    var moved: [Int64: Int64] = [:]
    var unsure = Array(added.keys)
    while !unsure.isEmpty {
      var taken: [Int64] = []
      try db.query(
        "SELECT listed FROM event WHERE listed = ?", each: unsure.map { [.integer($0)] }
      ) { number, _ in taken.append(unsure[number]) }
      unsure = []
      for old in taken where !removed.contains(old) {
        guard var addition = added.removeValue(forKey: old) else { continue }
        var key = old - 1
        while added[key] != nil { key -= 1 }
        addition.words.key = key
        added[key] = addition
        moved[addition.row] = key
        unsure.append(key)
      }
    }
    return moved
  }
}
