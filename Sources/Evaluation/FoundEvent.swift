internal import Contracts

/// An event of the extractor's in the form that gold is compared with.
struct FoundEvent {
  var event: ParsedEvent
  /// The trigger's place in the bare text, empty where nothing of it is kept.
  var place: Range<Int>
  /// For each participant all that it is called in the article.
  var actors: [[NameWords]]
  var recipients: [[NameWords]]
  var speaker: [NameWords]?
}

extension FoundEvent {
  static func all(in parsed: ParsedArticle, _ text: BareText) -> [FoundEvent] {
    let scalars = Array(parsed.text.unicodeScalars)
    let entities = Dictionary(parsed.entities.map { ($0.id, $0) }) { first, _ in first }
    func names(_ id: String) -> [NameWords] {
      guard let entity = entities[id] else { return [] }
      var names = [entity.name]
      for mention in entity.mentions
      where 0 <= mention.start && mention.start <= mention.end && mention.end <= scalars.count {
        names.append(String(String.UnicodeScalarView(scalars[mention.start..<mention.end])))
      }
      names += entity.members.compactMap { entities[$0]?.name }
      return names.map(NameWords.init)
    }
    return parsed.events.map { event in
      FoundEvent(
        event: event, place: text.range(event.trigger.start, event.trigger.end) ?? 0..<0,
        actors: event.participants.filter { $0.role == .actor }.map { names($0.entity) },
        recipients: event.participants.filter { $0.role == .recipient }.map { names($0.entity) },
        speaker: event.speaker.map(names))
    }
  }
}
