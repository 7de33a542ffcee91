package import Contracts

/// An event as annotators gave it, with its trigger found in the article.
package struct GoldEvent: Sendable {
  package struct Time: Decodable, Sendable {
    package var value: String?
  }

  package struct Place: Decodable, Sendable {
    package var text: String
    package var country: String?
  }

  package struct Fields: Decodable, Sendable {
    package var sentence: Int
    package var trigger: String
    /// Which occurrence of the trigger in its sentence, from 1.
    var occurrence: Int?
    package var type: EventType
    package var status: EventStatus
    package var actors: [String]
    package var recipients: [String]
    package var time: Time?
    package var place: Place?
    package var speaker: String?
    /// Its annotators disagreed: it is neither asked for nor punished.
    var optional: Bool?

    enum CodingKeys: String, CodingKey {
      case trigger, type, status, actors, recipients, time, place, speaker, optional
      case sentence = "s"
      case occurrence = "n"
    }
  }

  package var fields: Fields
  /// The trigger's place in the article's bare text.
  package var place: Range<Int>
  package var sentence: String

  package var isOptional: Bool { fields.optional ?? false }
}

extension GoldEvent.Fields {
  /// Where the trigger begins, in Unicode scalars of the sentence: as a word of its own if it
  /// stands there as one.
  func offset(in sentence: String) -> Int? {
    let text = Array(sentence.unicodeScalars)
    let trigger = Array(self.trigger.unicodeScalars)
    guard !trigger.isEmpty, trigger.count <= text.count else { return nil }
    let all = (0...text.count - trigger.count).filter {
      text[$0..<$0 + trigger.count].elementsEqual(trigger)
    }
    let words = all.filter { start in
      let end = start + trigger.count
      return (start == 0 || !NameWords.isLetter(text[start - 1]))
        && (end == text.count || !NameWords.isLetter(text[end]))
    }
    guard !words.isEmpty else { return all.first }
    return words[min(max(occurrence ?? 1, 1), words.count) - 1]
  }
}
