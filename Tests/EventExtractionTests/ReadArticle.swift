import Contracts
import Testing

/// A parsed article with its ids and offsets looked up.
struct ReadArticle {
  let parsed: ParsedArticle
  private let scalars: [Unicode.Scalar]

  init(_ parsed: ParsedArticle) {
    self.parsed = parsed
    scalars = Array(parsed.text.unicodeScalars)
  }

  func words(_ start: Int, _ end: Int) -> String {
    guard 0 <= start, start <= end, end <= scalars.count else { return "outside the text" }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  func entity(_ id: String?) -> Entity? { parsed.entities.first { $0.id == id } }

  /// The entity that is mentioned in just these words.
  func entity(called words: String) throws -> Entity {
    try #require(
      parsed.entities.first { entity in
        entity.mentions.contains { self.words($0.start, $0.end) == words }
      }, "nothing is called «\(words)»")
  }

  /// The countries of a group's members, sorted.
  func members(of entity: Entity) -> [String] {
    entity.members.compactMap { self.entity($0)?.country }.sorted()
  }

  func events(on trigger: String) -> [ParsedEvent] {
    parsed.events.filter { words($0.trigger.start, $0.trigger.end) == trigger }
  }

  func participants(_ role: ParsedEvent.Role, of event: ParsedEvent) -> [Entity] {
    event.participants.filter { $0.role == role }.compactMap { entity($0.entity) }
  }

  func time(_ words: String) throws -> TimeExpression {
    try #require(
      parsed.times.first { self.words($0.start, $0.end) == words }, "no time «\(words)»")
  }

  func sentence(beginning words: String) throws -> ParsedArticle.Sentence {
    try #require(
      parsed.sentences.first { self.words($0.start, $0.end).hasPrefix(words) },
      "no sentence begins with «\(words)»")
  }
}
