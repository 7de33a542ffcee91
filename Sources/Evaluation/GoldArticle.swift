package import Contracts
package import Foundation

/// An article with the events that annotators found in it.
package struct GoldArticle: Sendable {
  package var article: RawArticle
  package var id: String
  package var events: [GoldEvent]
  /// Title and body.
  package var text: BareText

  /// - Parameters:
  ///   - articles: a folder with a file `ID.json` for each annotated article.
  ///   - gold: a folder of annotations, or one file.
  /// - Throws: ``GoldError`` where a file is of another form, or an annotation stands nowhere in
  ///   its article.
  package static func read(articles: URL, gold: URL) throws -> [GoldArticle] {
    try DataFiles.of(gold, extension: "json").map { file in
      let annotated = try decode(Annotations.self, file)
      let source = try decode(Source.self, articles.appending(path: annotated.id + ".json"))
      return try GoldArticle(source, annotated)
    }
  }

  private init(_ source: Source, _ annotated: Annotations) throws(GoldError) {
    id = annotated.id
    article = RawArticle(
      id: annotated.id, source: source.source, title: source.title, body: source.body,
      publishedAt: source.published)
    text = BareText((source.title ?? "") + source.body)
    var starts: [Int] = []
    var at = 0
    for sentence in source.sentences {
      let words = BareText(sentence)
      guard let start = text.firstIndex(of: words, from: at) else {
        throw GoldError(id, "the sentence «\(sentence)» stands nowhere in the text")
      }
      starts.append(start)
      at = start + words.scalars.count
    }
    events = []
    for event in annotated.events {
      guard source.sentences.indices.contains(event.sentence) else {
        throw GoldError(id, "«\(event.trigger)» stands in sentence \(event.sentence) of none")
      }
      let sentence = source.sentences[event.sentence]
      guard let offset = event.offset(in: sentence),
        let range = BareText(sentence).range(
          offset, offset + event.trigger.unicodeScalars.count)
      else { throw GoldError(id, "«\(event.trigger)» stands nowhere in «\(sentence)»") }
      let start = starts[event.sentence]
      events.append(
        GoldEvent(
          fields: event, place: start + range.lowerBound..<start + range.upperBound,
          sentence: sentence))
    }
  }

  private static func decode<T: Decodable>(_ type: T.Type, _ file: URL) throws -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    } catch {
      throw GoldError(file.path, "cannot be read: \(error)")
    }
  }

  private struct Source: Decodable {
    var source: String?
    var title: String?
    var body: String
    var published: String?
    var sentences: [String]
  }

  private struct Annotations: Decodable {
    var id: String
    var events: [GoldEvent.Fields]
  }
}
