internal import ArgumentParser
internal import ArticleReading
internal import Contracts

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

/// Which articles a benchmark is run with.
struct CorpusOptions: ParsableArguments {
  @Option(help: "Most articles to read; all unless told otherwise.")
  var articles: Int?

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
