internal import ArabicText
internal import Contracts

/// The words by which an event is found.
struct SearchWords {
  /// Folded words.
  var words: String { String(decoding: wordBytes, as: UTF8.self) }
  /// What those words may be without the particles written onto them.
  var stems: String { String(decoding: stemBytes, as: UTF8.self) }
  /// Type and countries.
  private(set) var codes = ""

  private var wordBytes: [UInt8] = []
  private var stemBytes: [UInt8] = []
  private var text = TokenizedText()
  /// Texts that were folded already: the events of an article share its sentences and names.
  private var folded: [String: FoldedWords] = [:]

  mutating func read(_ event: Event) {
    wordBytes.removeAll(keepingCapacity: true)
    stemBytes.removeAll(keepingCapacity: true)
    add(event.sentence.text)
    var named: Set<String> = []
    for participant in event.participants { add(participant.entity, &named) }
    if let speaker = event.speaker { add(speaker, &named) }
    if let place = event.place?.entity { add(place, &named) }
    if let place = event.place?.name { add(place) }
    codes = ([event.type.rawValue] + event.countries).joined(separator: " ")
  }

  private mutating func add(_ entity: Event.Entity, _ named: inout Set<String>) {
    guard named.insert(entity.id).inserted else { return }
    add(entity.name)
    if let title = entity.title { add(title) }
    for member in entity.members { add(member, &named) }
  }

  private mutating func add(_ part: String) {
    let words = fold(part)
    wordBytes += words.words
    stemBytes += words.stems
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
