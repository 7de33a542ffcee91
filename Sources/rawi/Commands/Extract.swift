internal import ArgumentParser
internal import ArticleReading
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
    let extraction = Extraction(extractor: try lexicon.extractor(), format: format)
    let failures = extraction.run(ArticleInputs(paths: paths)) { outcome in
      switch outcome {
      case .success(let bytes): Terminal.print(bytes)
      case .failure(let failure): Terminal.note("rawi: \(failure.words.plain)")
      }
    }
    if failures > 0 { throw ExitCode.failure }
  }
}
