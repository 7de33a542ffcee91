internal import ArabicText
internal import Contracts

/// The words by which an event is found.
struct SearchDocument {
  /// UTF-8, a space behind each word.
  private var columns: [SearchColumn: [UInt8]] = [:]
  private var text = TokenizedText()
  /// Texts that were folded already: the events of an article share its sentences and names.
  private var folded: [String: FoldedWords] = [:]

  init() {}

  init(_ event: Event) { read(event) }

  func bytes(_ column: SearchColumn) -> [UInt8] { columns[column, default: []] }

  func text(_ column: SearchColumn) -> String {
    String(decoding: columns[column, default: []], as: UTF8.self)
  }

  /// The words of a column, in order.
  func words(_ column: SearchColumn) -> [Substring] { text(column).split(separator: " ") }

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
    for column in SearchColumn.allCases { columns[column]?.removeAll(keepingCapacity: true) }
    add(event.sentence.text)
    var named: Set<String> = []
    for participant in event.participants { add(participant.entity, &named) }
    if let speaker = event.speaker { add(speaker, &named) }
    if let place = event.place?.entity { add(place, &named) }
    if let place = event.place?.name { add(place) }
    addNames(event)
    columns[.codes] = Array(SearchCode.codes(event).joined(separator: " ").utf8)
  }

  private mutating func add(_ entity: Event.Entity, _ named: inout Set<String>) {
    guard named.insert(entity.id).inserted else { return }
    add(entity.name)
    if let title = entity.title { add(title) }
    for member in entity.members { add(member, &named) }
  }

  private mutating func add(_ part: String) {
    let words = fold(part)
    append(words.words, to: .words)
    append(words.stems, to: .stems)
  }

  /// No sentence is as long as that; what is, no database need take whole.
  private static let longestColumn = 128 * 1024

  private mutating func append(_ words: [UInt8], to column: SearchColumn) {
    let room = Self.longestColumn - columns[column, default: []].count
    let part = words.count <= room ? words[...] : words.prefix(max(0, room))
    // Cut behind a word.
    let end = part.lastIndex(of: UInt8(ascii: " ")) ?? part.startIndex - 1
    columns[column, default: []] += part[...end]
  }

  private mutating func addNames(_ event: Event) {
    for participant in event.participants {
      let column: SearchColumn =
        switch participant.role {
        case .actor: .actors
        case .recipient: .recipients
        case .other: .others
        }
      add(participant.entity.name, to: column)
      for member in participant.entity.members { add(member.name, to: column) }
    }
    if let speaker = event.speaker { add(speaker.name, to: .speakers) }
  }

  private mutating func add(_ name: String, to column: SearchColumn) {
    append(fold(name).names, to: column)
  }

  private mutating func fold(_ part: String) -> FoldedWords {
    if let known = folded[part] { return known }
    text.read(part)
    let words = FoldedWords(text)
    // Nothing is shared with the articles of long ago.
    if folded.count >= 256 { folded.removeAll(keepingCapacity: true) }
    folded[part] = words
    return words
  }
}
