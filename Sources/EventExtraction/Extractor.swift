internal import ArabicText
public import Contracts

/// Reads events in Arabic news: article in, ``ParsedArticle`` out.
///
/// Loading reads the lexicon once; after that extraction is a pure function that any number of
/// threads may call at once. The same article always gives the same result.
public struct Extractor: Sendable {
  /// Version of the extractor's code.
  public static let version = "0.1.0"

  private let lexicon: Lexicon
  private let timeReader: TimeReader
  private let quantityWords: QuantityWords
  private let analyses: AnalysisPool

  /// - Throws: ``LexiconError`` with file and line where a table cannot be read.
  public init(lexicons source: LexiconSource = .bundled) throws {
    lexicon = try Lexicon(source)
    identifier = "\(Self.version)+lexicon-\(lexicon.version)"
    timeReader = try TimeReader.bundled()
    quantityWords = try QuantityWords.bundled()
    analyses = AnalysisPool(
      lexicon,
      Vocabularies(
        numbers: timeReader.numbers.vocabulary, times: timeReader.lexicon.vocabulary,
        quantities: quantityWords.vocabulary))
  }

  /// Version of code and lexicon, as it stands in every parsed article.
  public let identifier: String

  /// Everything that the article tells.
  ///
  /// - Parameters:
  ///   - article: its body is plain text; its publication date, if any, resolves relative times.
  ///   - id: the id that the parsed article and its events carry.
  public func extract(_ article: RawArticle, id: String) -> ParsedArticle {
    analyses.withOne { read(article, id: id, in: $0) }
  }

  /// Everything that the article tells, with the reasons for it.
  ///
  /// - Parameters:
  ///   - article: as for ``extract(_:id:)``, which reads the same events.
  ///   - id: the id that the parsed article and its events carry.
  public func explain(_ article: RawArticle, id: String) -> Explanation {
    analyses.withOne {
      let parsed = read(article, id: id, in: $0, isExplaining: true)
      return $0.explanation(of: parsed)
    }
  }

  /// What ``extract(_:id:)`` gives, for benchmarks.
  ///
  /// - Parameter ended: told of each pass when it has ended.
  package func extract(
    _ article: RawArticle, id: String, ended: (Pass) -> Void
  ) -> ParsedArticle {
    analyses.withOne { read(article, id: id, in: $0, ended: ended) }
  }

  private func read(
    _ article: RawArticle, id: String, in analysis: Analysis, isExplaining: Bool = false,
    ended: (Pass) -> Void = { _ in }
  ) -> ParsedArticle {
    let title = article.title.flatMap { $0.isEmpty ? nil : $0 }
    let whole = title.map { $0 + "\n\n" + article.body } ?? article.body
    analysis.begin(whole, isExplaining: isExplaining)
    ended(.tokens)
    analysis.readTimes(
      timeReader, published: article.publishedAt.flatMap { Day(iso: $0) }, hasTitle: title != nil)
    ended(.times)
    analysis.readNames()
    ended(.names)
    analysis.resolveCoreference()
    analysis.resolveCountedGroups()
    ended(.coreference)
    analysis.readEvents()
    ended(.events)
    analysis.readQuantities(quantityWords)
    analysis.codeEvents()
    ended(.codes)
    let parsed = analysis.assemble(article, id: id, fullText: whole, extractor: identifier)
    ended(.assembly)
    return parsed
  }

  /// The passes up to names over a text without title and date.
  func withNames<Result>(of text: String, _ body: (Analysis) -> Result) -> Result {
    analyses.withOne { analysis in
      analysis.begin(text)
      analysis.readTimes(timeReader, published: nil, hasTitle: false)
      analysis.readNames()
      return body(analysis)
    }
  }
}

/// What is done with an article, in this order.
package enum Pass: String, CaseIterable {
  case tokens
  /// Words, sentences, numbers and times.
  case times
  /// Names and noun phrases.
  case names
  case coreference, events
  /// Quantities, modes, contexts and confidence.
  case codes
  /// The contract's form.
  case assembly
}
