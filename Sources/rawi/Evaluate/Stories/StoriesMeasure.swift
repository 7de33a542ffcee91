internal import ArticleReading
internal import Contracts
internal import Evaluation
internal import EventStore
internal import Foundation

/// Whether copies of articles are known for copies: articles of the user's, edited in many ways,
/// go through an event store of its own in any order.
struct StoriesMeasure {
  /// How many of the articles are taken.
  private static let sample = 3000
  private static let seed: UInt64 = 5

  func evaluate(_ paths: [String], labels path: String?) throws -> [Measure] {
    let labels = try path.map { try StoryLabels(URL(filePath: $0)) } ?? StoryLabels()
    var numbers = SeededNumbers(state: Self.seed)
    let originals = Self.articles(paths).shuffled(using: &numbers).prefix(Self.sample)
    let trial = StoryTrial(Array(originals), seed: Self.seed)
    let start = ProcessorTime.seconds()
    let stories = try Self.stories(trial.articles)
    let seconds = ProcessorTime.seconds() - start
    let score = trial.score(stories, labels)
    let group = "copies of \(originals.count) articles"
    return [
      Measure(group, "pairs found that are right", right: score.right, of: score.found),
      Measure(group, "right pairs that are found", right: score.right, of: score.all),
      Measure(
        group, "articles in a second of one core",
        perSecond: seconds == 0 ? 0 : Double(trial.articles.count) / seconds,
        of: trial.articles.count),
    ]
  }

  private static func articles(_ paths: [String]) -> [RawArticle] {
    ArticleInputs(paths: paths).compactMap { item in
      guard case .success(var article) = item.outcome else { return nil }
      article.id = article.identifier()
      return article
    }
  }

  private static func stories(_ articles: [RawArticle]) throws -> [String: String] {
    let stories = try ScratchStore.run(articles.map(ParsedArticle.init(unread:))) { store, batch in
      _ = try store.apply(batch: batch)
      return [try store.stories()]
    }
    return stories.last ?? [:]
  }
}

extension ParsedArticle {
  /// An article whose text alone matters.
  fileprivate init(unread article: RawArticle) {
    let text = "\(article.title ?? "")\n\n\(article.body)"
    self.init(
      extractor: "none",
      article: .init(
        id: article.identifier(), source: article.source, title: article.title,
        publishedAt: article.publishedAt, sha256: Digest(of: text).hex(),
        simhash: String(repeating: "0", count: 16), scalars: text.unicodeScalars.count),
      text: text)
  }
}
