internal import ArgumentParser
internal import EventStore
internal import StageRuntime

/// `rawi export`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the store's events to files, one for each day.",
    discussion: """
      The files are YYYYMMDD.export.csv, by the first day on which an event may have happened, and \
      undated.export.csv for events whose day is not known. A file is there when it is whole, and \
      then takes the place of an earlier one. With --since and --until each day between them has a \
      file, which may hold no event, and events without a day are left out.

      The columns are those of: rawi search --format csv. README.md says what they mean.
      """)

  @Argument(help: ArgumentHelp("Where the files go; made if need be.", valueName: "folder"))
  var folder: String

  @OptionGroup var store: StoreOption

  @OptionGroup(title: "Which events") var filter: EventFilter

  @Option(
    help: ArgumentHelp("Only events with these words and “phrases”.", valueName: "words"))
  var words: String = ""

  @Option(help: "csv, geojson (a FeatureCollection each) or json (one event record a line).")
  var format: EventFormat = .csv

  func validate() throws {
    if format == .text { throw ValidationError("--format must be csv, geojson or json") }
    if let since = filter.since, let until = filter.until, since.text > until.text {
      throw ValidationError("--since must not be after --until")
    }
  }

  func run() throws {
    var query = filter.query(words: words)
    query.order = .oldest
    query.limit = 1000
    var export = try DailyExport(folder: folder, format: format)
    export.expect(Day.all(from: filter.since, to: filter.until))
    let store = try store.open()
    while true {
      let hits = try StoreOption.naming { () throws(StoreError) in try store.search(query) }
      for hit in hits {
        let day = hit.event.days?.lowerBound
        // An event of a month is in the file of its first day, and so not for other days.
        if let since = filter.since, day.map({ $0 < since.text }) ?? true { continue }
        try export.write(hit, day: day)
      }
      guard hits.count == query.limit else { break }
      query.after = hits.last?.cursor
    }
    try export.finish()
    Terminal.note("rawi: \(export.events) events in \(export.files) files in \(folder)")
  }
}
