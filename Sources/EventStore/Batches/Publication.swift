internal import Foundation

/// Finds what a batch changed in what consumers have been told, and tells it.
struct Publication {
  /// An output and what caused it.
  struct Output {
    /// The place in the batch of the input that it belongs to.
    var input: Int
    /// The row of the partition that its article came from.
    var owner: Int64?
    var eventID: String
    var record: [UInt8]?
  }

  /// The place of the last input, to which changes of articles belong that the batch did not bring.
  let last: Int
  private var outputs: [Output] = []
  /// What is to be said of events, with their articles' rows and places there.
  private var changes: [(row: Int64, place: Int, given: EventState.Given)] = []

  /// By input, otherwise as they were found.
  var inOrder: [Output] {
    outputs.enumerated().sorted {
      ($0.element.input, $0.offset) < ($1.element.input, $1.offset)
    }.map(\.element)
  }

  init(last: Int) { self.last = last }

  /// Notes what changed in a story.
  mutating func note(
    _ piece: StoryKeeping.Piece, _ occurrences: [String: Occurrence],
    _ articles: BatchArticles
  ) {
    for row in piece.articles {
      for place in articles[row].events.indices {
        let event = articles[row].events[place]
        guard let content = event.content else { continue }
        let occurrence = occurrences[event.id] ?? Occurrence(first: event.id, reports: 1)
        let given = EventState.Given(
          content: content, story: piece.story, sameAs: occurrence.first,
          reports: occurrence.reports)
        guard given != event.given else { continue }
        changes.append((row, place, given))
      }
    }
  }

  /// Tells what was noted.
  mutating func tell(_ articles: inout BatchArticles) throws {
    let unread = changes.map { articles[$0.row].events[$0.place] }.filter { $0.body == nil }
    let bodies = try articles.events.bodies(unread.map(\.row))
    for change in changes { tell(change.given, change.row, change.place, bodies, &articles) }
    changes = []
  }

  private mutating func tell(
    _ given: EventState.Given, _ row: Int64, _ place: Int, _ bodies: [Int64: [UInt8]],
    _ articles: inout BatchArticles
  ) {
    var event = articles[row].events[place]
    event.version += 1
    event.given = given
    event.extractor = event.reader ?? event.extractor
    event.isChanged = true
    let record = EventRecord(
      id: event.id, version: event.version, body: event.body ?? bodies[event.row] ?? [],
      story: given.story, sameAs: given.sameAs, reports: given.reports,
      extractor: event.extractor)
    articles[row].events[place] = event
    outputs.append(
      Output(
        input: articles[row].input ?? last, owner: articles[row].owner, eventID: event.id,
        record: record.json))
  }

  /// Withdraws the events that are gone.
  mutating func withdraw(_ articles: inout BatchArticles) {
    for row in articles.loaded {
      for place in articles[row].events.indices {
        let event = articles[row].events[place]
        guard event.content == nil, event.given != nil else { continue }
        articles[row].events[place].given = nil
        articles[row].events[place].isChanged = true
        outputs.append(
          Output(
            input: articles[row].input ?? last, owner: articles[row].owner, eventID: event.id,
            record: nil))
      }
    }
  }
}
