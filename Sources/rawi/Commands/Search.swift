internal import ArgumentParser
internal import EventStore
internal import StageRuntime

/// `rawi search`
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search the indexer's store.",
    discussion: """
      Words in any order, phrases in quotation marks. Vowel signs, tatweel, forms of alef and ya and \
      ta marbuta make no difference; الصين also finds والصين and بالصين.

      Where there are more results than --limit, standard error says from where --after goes on: \
      events that come or go meanwhile are neither shown twice nor hide others.
      """)

  @Argument(
    help: ArgumentHelp("Words and “phrases”; none for the latest events.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var store: StoreOption

  @OptionGroup(title: "Which events") var filter: EventFilter

  @Option(
    help: """
      What comes first. relevance: events with the words as written and in their order, then as \
      written, then in other forms, each the latest first; date: the latest; oldest: the earliest.
      """)
  var sort: SearchQuery.Order = .relevance

  @Option(help: ArgumentHelp("Most events to show.", valueName: "count"))
  var limit: Int = 20

  @Option(
    help: ArgumentHelp("Go on behind an earlier page of the same search.", valueName: "place"))
  var after: SearchCursor?

  @Option(
    help: """
      text; json: one event record a line; csv: one event a line; geojson: a FeatureCollection. By \
      default text on a terminal, else json.
      """)
  var format: EventFormat = .usual

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  /// The shell takes the quotation marks off a phrase and leaves it as one argument.
  private static func phrase(_ argument: String) -> String {
    let isPhrase = argument.contains(" ") && !argument.contains { "\"“”«»".contains($0) }
    return isPhrase ? "“\(argument)”" : argument
  }

  func run() throws {
    var query = filter.query(words: words.map(Self.phrase).joined(separator: " "))
    query.order = sort
    query.limit = limit
    query.after = after
    let store = try store.open()
    let hits = try StoreOption.naming { () throws(StoreError) in try store.search(query) }
    var writer = EventWriter(format: format)
    Terminal.write(writer.head)
    for hit in hits { Terminal.write(writer.write(hit)) }
    Terminal.write(writer.tail)
    if hits.isEmpty, format == .text { Terminal.note("rawi: no event found") }
    if hits.count == limit, let cursor = hits.last?.cursor {
      Terminal.note("rawi: more with --after \(cursor)")
    }
  }
}
