/// The words of one event as a `tsvector`.
///
/// A word of the text is a lexeme with its places and the weight A, so that phrases can be found;
/// what it may be without particles, where that is no word of the text itself, is one of the weight
/// D. Codes and the words of names have a mark of their column before them that no word has.
///
/// A lexeme is under 2 kB long and all of them together under 1 MB: of texts in which more stands
/// without a space or a full stop, the rest is not found.
struct Lexemes {
  private static let longest = 2_000
  private static let bytesAtMost = 900_000
  private static let lastPlace: UInt16 = 16_383
  private static let placesAtMost = 255
  private static let weightA: UInt16 = 3 << 14

  private struct Lexeme {
    var start: Int
    var end: Int
    var places: [UInt16]
  }

  /// The lexemes' letters, behind one another.
  private var letters: [UInt8] = []
  private var found: [Lexeme] = []
  /// Numbers of lexemes, from 1, at places that follow from their hashes; 0 where there is none.
  private var table = [Int32](repeating: 0, count: 512)

  mutating func read(_ event: IndexedWords) {
    letters.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    for place in table.indices { table[place] = 0 }
    event.withColumns { columns in
      for (column, text) in zip(SearchColumn.allCases, columns) {
        let (mark, hasPlaces) = (column.mark, column.hasPlaces)
        var place: UInt16 = 0
        each(text) { lexemes, word in
          place = min(place + 1, Self.lastPlace)
          lexemes.add(word, mark: mark, hasPlaces ? place | Self.weightA : nil)
        }
      }
    }
  }

  /// In the binary form of a `tsvector`; the server sorts it.
  func write(to encoding: inout PostgreSQLEncoding) {
    encoding.append(Int32(found.count))
    for lexeme in found {
      encoding.append(letters[lexeme.start..<lexeme.end])
      encoding.append(zero: 1)
      encoding.append(Int16(max(1, lexeme.places.count)))
      for place in lexeme.places { encoding.append(Int16(bitPattern: place)) }
      if lexeme.places.isEmpty { encoding.append(Int16(1)) }
    }
  }

  private mutating func each(
    _ text: UnsafeBufferPointer<UInt8>,
    _ add: (inout Lexemes, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: " ") {
      if end > start { add(&self, UnsafeBufferPointer(rebasing: text[start..<end])) }
      start = end + 1
    }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, mark: UInt8?, _ place: UInt16?) {
    guard word.count < Self.longest, letters.count < Self.bytesAtMost else { return }
    let start = letters.count
    if let mark { letters.append(mark) }
    letters += word
    let number = number(ofLast: start)
    guard let place, found[number].places.count < Self.placesAtMost,
      found[number].places.last != place
    else { return }
    found[number].places.append(place)
  }

  /// The number of the lexeme whose letters stand last; they go again where it is known.
  private mutating func number(ofLast start: Int) -> Int {
    if found.count * 2 > table.count { grow() }
    var slot = slot(start, letters.count)
    while table[slot] != 0 {
      let number = Int(table[slot] - 1)
      let known = found[number]
      if letters[known.start..<known.end].elementsEqual(letters[start...]) {
        letters.removeSubrange(start...)
        return number
      }
      slot = (slot + 1) & (table.count - 1)
    }
    found.append(Lexeme(start: start, end: letters.count, places: []))
    table[slot] = Int32(found.count)
    return found.count - 1
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: table.count * 4)
    for (number, lexeme) in found.enumerated() {
      var slot = slot(lexeme.start, lexeme.end)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(number + 1)
    }
  }

  private func slot(_ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in letters[start..<end] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (table.count - 1)
  }
}
