internal import ArgumentParser
internal import Contracts
internal import EventStore
internal import StageRuntime

/// `rawi search`
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the indexer's store.",
    discussion: """
      Words in any order, phrases in quotation marks. Vowel signs, tatweel, forms of alef and ya and \
      ta marbuta make no difference; الصين also finds والصين and بالصين.
      """)

  @Argument(
    help: ArgumentHelp("Words and “phrases”; none for the latest events.", valueName: "words"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The indexer's SQLite file.", valueName: "file"))
  var store: String

  @OptionGroup var filter: EventFilter

  @Option(
    help: ArgumentHelp("First day on which the event may have happened.", valueName: "yyyy-mm-dd"))
  var since: Day?

  @Option(
    help: ArgumentHelp("Last day on which the event may have happened.", valueName: "yyyy-mm-dd"))
  var until: Day?

  @Option(help: ArgumentHelp("Most events to show.", valueName: "count"))
  var limit: Int = 20

  @Option(help: "text, or json: one event record a line; by default text on a terminal.")
  var format: OutputFormat = .usual

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  /// The shell takes the quotation marks off a phrase and leaves it as one argument.
  private static func phrase(_ argument: String) -> String {
    let isPhrase = argument.contains(" ") && !argument.contains { "\"“”«»".contains($0) }
    return isPhrase ? "“\(argument)”" : argument
  }

  func run() throws {
    let query = SearchQuery(
      words: words.map(Self.phrase).joined(separator: " "), types: Set(filter.types),
      countries: Set(filter.countries.map(\.code)), from: since?.text, to: until?.text, limit: limit
    )
    let hits: [SearchHit]
    do {
      hits = try EventStore(reading: store).search(query)
    } catch {
      throw StageFailure(error.description)
    }
    for hit in hits {
      switch format {
      case .json: Terminal.print(hit.event.json())
      case .text:
        let text = EventText(event: hit.event, sentence: hit.snippet.highlighted)
        Terminal.print((text.lines + [""]).joined(separator: "\n"))
      }
    }
    if hits.isEmpty, format == .text { Terminal.note("rawi: no event found") }
  }
}
