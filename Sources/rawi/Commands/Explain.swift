internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import EventExtraction
internal import StageRuntime

/// `rawi explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell why each event of an article was read so.",
    discussion: """
      For each event: its sentence with the trigger between brackets, and for each part of it the \
      rule and the line of a table that gave it, so that a wrong event can be mended: by a line of \
      your own (see --lexicon) or by a report that names the rule. Behind them stand the words \
      that could have been events and were turned down. A table without a folder is Rawi's own.
      """)

  @Argument(help: ArgumentHelp("Files and folders of articles, or -.", valueName: "path"))
  var paths: [String]

  @OptionGroup var lexicon: LexiconOptions

  @Option(help: "text, or json: one article a line; by default text on a terminal.")
  var format: OutputFormat = .usual

  func run() throws {
    let extractor = try lexicon.extractor()
    let extraction = Extraction { [format] article in
      let explanation = extractor.explain(article, id: article.identifier())
      switch format {
      case .json: return explanation.json()
      case .text: return Array(ExplanationText(explanation).text.utf8)
      }
    }
    try extraction.print(ArticleInputs(paths: paths))
  }
}
