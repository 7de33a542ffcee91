internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import Foundation

/// Sentences whose violent or protesting action annotators marked: how many have an event of that
/// type on one of its words.
struct ActionSpans {
  private struct Sentence: Decodable {
    struct Span: Decodable {
      var verb: [String]
    }

    var text: String
    var spans: [Span]
    var type: EventType

    enum CodingKeys: String, CodingKey {
      case text, spans
      case type = "event_type"
    }
  }

  let extractor: Extractor

  /// - Parameter file: a JSON array of sentences with `text`, `event_type` and `spans`.
  func evaluate(_ file: URL) throws -> [Measure] {
    let sentences: [Sentence]
    do {
      sentences = try JSONDecoder().decode([Sentence].self, from: DataFiles.read(file))
    } catch {
      throw GoldError(file.path, "holds no sentences with marked actions: \(error)")
    }
    var asked: [EventType: Int] = [:]
    var found: [EventType: Int] = [:]
    for sentence in sentences {
      let actions = Set(sentence.spans.flatMap(\.verb))
      guard !actions.isEmpty else { continue }
      asked[sentence.type, default: 0] += 1
      if isFound(sentence.type, on: actions, in: sentence.text) {
        found[sentence.type, default: 0] += 1
      }
    }
    return EventType.allCases.compactMap { type in
      asked[type].map {
        Measure("marked actions", "\(type.rawValue) found", right: found[type] ?? 0, of: $0)
      }
    }
  }

  private func isFound(_ type: EventType, on actions: Set<String>, in text: String) -> Bool {
    let parsed = extractor.extract(RawArticle(body: text), id: "sentence")
    let words = WordSpans(parsed.text)
    return parsed.events.contains { event in
      event.type == type
        && words.overlapping(event.trigger.start..<event.trigger.end).contains {
          actions.contains($0)
        }
    }
  }
}
