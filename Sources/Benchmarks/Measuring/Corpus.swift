internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import EventExtraction

/// Which articles a benchmark is run with.
struct CorpusOptions: ParsableArguments {
  @Option(help: "Most articles to read.")
  var articles = Int.max

  @Argument(help: "Articles: text files, JSON, JSON lines, each also as .gz.")
  var paths: [String]

  func corpus() throws -> Corpus {
    var read: [RawArticle] = []
    for item in ArticleInputs(paths: paths) {
      if read.count == articles { break }
      if case .success(let article) = item.outcome { read.append(article) }
    }
    guard !read.isEmpty else { throw ValidationError("no article can be read there") }
    return Corpus(read)
  }
}

/// Articles as records of `articles.raw`.
struct Corpus {
  let reader = ArticleReader(limit: 4 << 20)
  let records: [[UInt8]]
  /// Titles and bodies.
  let texts: [[UInt8]]
  let bytes: Int

  init(_ articles: [RawArticle]) {
    records = articles.map { article in
      var article = article
      // The record's key is to be the id.
      article.id = nil
      return article.json()
    }
    texts = articles.map { Array((($0.title ?? "") + "\n\n" + $0.body).utf8) }
    bytes = texts.reduce(0) { $0 + $1.count }
  }

  /// What the extractor reads in them.
  func parsed() throws -> [ParsedArticle] {
    let extractor = try Extractor()
    return try records.enumerated().map { number, record in
      extractor.extract(try reader.read(record), id: "article-\(number)")
    }
  }
}

/// How it is measured.
struct MeasuringOptions: ParsableArguments {
  @Option(help: "How often.")
  var rounds = 3

  @Flag(help: "Prints JSON, for a comparison of two commits.")
  var json = false

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds must be 1 or more") }
  }
}
