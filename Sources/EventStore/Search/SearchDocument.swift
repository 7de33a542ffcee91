internal import ArabicText
internal import Contracts
internal import Glibc

/// The words by which an event is found.
struct SearchDocument {
  /// In the order of the columns; UTF-8, a space behind each word.
  private var columns = [[UInt8]](repeating: [], count: SearchColumn.allCases.count)
  private var text = TokenizedText()
  private var folded = TextMemo<FoldedWords>()
  /// Ids of entities that the event has named.
  private var named: [String] = []

  init() {}

  init(_ event: Event) { read(event) }

  /// What goes into the index under a number.
  func indexed(_ key: Int64) -> IndexedWords { IndexedWords(key: key, columns) }

  /// The words of a column, in order.
  private func words(_ column: SearchColumn) -> [Substring] {
    String(decoding: columns[column.rawValue], as: UTF8.self).split(separator: " ")
  }

  /// Whether these words stand next to each other.
  func contains(_ phrase: [String], in column: SearchColumn) -> Bool {
    let words = words(column)
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    return (0...words.count - phrase.count).contains { start in
      phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
    }
  }

  /// Takes the words of another event.
  mutating func read(_ event: Event) {
    for column in columns.indices { columns[column].removeAll(keepingCapacity: true) }
    named.removeAll(keepingCapacity: true)
    add(event.sentence.text)
    for place in event.participants.indices { add(event.participants[place].entity) }
    if let speaker = event.speaker { add(speaker) }
    if let place = event.place?.entity { add(place) }
    if let place = event.place?.name { add(place) }
    addNames(event)
    for code in SearchCode.codes(event) {
      columns[SearchColumn.codes.rawValue] += code.utf8
      columns[SearchColumn.codes.rawValue].append(UInt8(ascii: " "))
    }
  }

  private mutating func add(_ entity: Event.Entity) {
    guard !named.contains(entity.id) else { return }
    named.append(entity.id)
    add(entity.name)
    if let title = entity.title { add(title) }
    for member in entity.members { add(member) }
  }

  private mutating func add(_ part: String) {
    let folded = fold(part)
    // Most names stand in the sentence as they are: all that would be found by them is found there.
    guard !holds(folded.words) else { return }
    append(folded.words, to: .words, apart: true)
    append(folded.stems, to: .stems)
  }

  /// Whether these words stand next to each other among the event's own.
  private func holds(_ run: [UInt8]) -> Bool {
    columns[SearchColumn.words.rawValue].withUnsafeBytes { words in
      run.withUnsafeBytes { run in
        guard let base = words.baseAddress, let first = run.baseAddress else { return run.isEmpty }
        var start = 0
        while words.count - start >= run.count {
          if memcmp(base + start, first, run.count) == 0 { return true }
          guard let space = memchr(base + start, 0x20, words.count - start) else { break }
          start = UnsafeRawPointer(space) - base + 1
        }
        return false
      }
    }
  }

  /// No sentence is as long as that; what is, no database need take whole.
  private static let longestColumn = 128 * 1024

  /// - Parameter apart: whether no phrase may reach into these words from those before them.
  private mutating func append(_ words: [UInt8], to column: SearchColumn, apart: Bool = false) {
    let column = column.rawValue
    if apart, !columns[column].isEmpty { columns[column] += Self.border }
    let room = Self.longestColumn - columns[column].count
    if words.count <= room {
      columns[column] += words
    } else if let end = words.prefix(max(0, room)).lastIndex(of: UInt8(ascii: " ")) {
      // Cut behind a word.
      columns[column] += words[...end]
    }
  }

  /// A letter that no text has as a word of its own.
  private static let border = Array("ǁ ".utf8)

  private mutating func addNames(_ event: Event) {
    for place in event.participants.indices {
      let column: SearchColumn =
        switch event.participants[place].role {
        case .actor: .actors
        case .recipient: .recipients
        case .other: .others
        }
      add(event.participants[place].entity.name, to: column)
      for member in event.participants[place].entity.members { add(member.name, to: column) }
    }
    if let speaker = event.speaker { add(speaker.name, to: .speakers) }
  }

  private mutating func add(_ name: String, to column: SearchColumn) {
    append(fold(name).names, to: column, apart: true)
  }

  private mutating func fold(_ part: String) -> FoldedWords {
    if let known = folded.value(of: part) { return known }
    text.read(part)
    let words = FoldedWords(text)
    folded.remember(words, of: part)
    return words
  }
}
