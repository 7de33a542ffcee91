internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import EventExtraction
internal import StageRuntime

/// `rawi extract`
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the events out of articles, without Kafka.",
    discussion: """
      Reads what producer reads: text whose first line is the title, HTML, feeds, JSON and JSON \
      lines with the raw article's fields, any of them gzip; folders and - for standard input. \
      An article that cannot be read is named on standard error, and the rest goes on.
      """)

  @Argument(help: ArgumentHelp("Files and folders of articles, or -.", valueName: "path"))
  var paths: [String]

  @OptionGroup var lexicon: LexiconOptions

  @Option(
    help: "text, or json: one parsed article a line; by default text on a terminal.")
  var format: OutputFormat = .usual

  func run() throws {
    let extractor = try lexicon.extractor()
    let extraction = Extraction { [format] article in
      let parsed = extractor.extract(article, id: article.identifier())
      switch format {
      case .json: return parsed.json()
      case .text: return Array(ArticleText(parsed).text.utf8)
      }
    }
    try extraction.print(ArticleInputs(paths: paths))
  }
}
