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
  /// What is to be said of events, with their articles and places there.
  private var changes: [(article: ArticleState, place: Int, given: EventState.Given)] = []

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
      let article = articles[row]
      for place in article.events.indices {
        guard let content = article.events[place].content else { continue }
        let id = article.events[place].id
        let occurrence = occurrences[id] ?? Occurrence(first: id, reports: 1)
        let given = EventState.Given(
          content: content, story: piece.story, sameAs: occurrence.first,
          reports: occurrence.reports)
        if given != article.events[place].given { changes.append((article, place, given)) }
      }
    }
  }

  /// Tells what was noted.
  mutating func tell(_ articles: BatchArticles) throws {
    var unread: [Int64] = []
    for (article, place, _) in changes where article.events[place].body == nil {
      unread.append(article.events[place].row)
    }
    let bodies = try articles.events.bodies(unread)
    outputs.reserveCapacity(changes.count)
    for (article, place, given) in changes {
      let record = Self.tell(given, &article.events[place], bodies)
      outputs.append(
        Output(
          input: article.input ?? last, owner: article.owner, eventID: record.id,
          record: record.json))
    }
    changes = []
  }

  private static func tell(
    _ given: EventState.Given, _ event: inout EventState, _ bodies: [Int64: [UInt8]]
  ) -> EventRecord {
    event.version += 1
    event.given = given
    event.extractor = event.reader ?? event.extractor
    event.isChanged = true
    return EventRecord(
      id: event.id, version: event.version, body: event.body ?? bodies[event.row] ?? [],
      story: given.story, sameAs: given.sameAs, reports: given.reports,
      extractor: event.extractor)
  }

  /// Withdraws the events that are gone.
  mutating func withdraw(_ articles: BatchArticles) {
    for row in articles.loaded {
      let article = articles[row]
      for place in article.events.indices
      where article.events[place].content == nil && article.events[place].given != nil {
        article.events[place].given = nil
        article.events[place].isChanged = true
        outputs.append(
          Output(
            input: article.input ?? last, owner: article.owner, eventID: article.events[place].id,
            record: nil))
      }
    }
  }
}
