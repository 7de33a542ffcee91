internal import Contracts
internal import Foundation

/// An event of the store with its place in the list.
struct ListedEvent {
  var key: Int64
  var record: EventRecord

  /// What it is read of.
  static let columns = """
    event.listed, event.id, event.version, event.body, event.story, event.same_as, event.reports,
    event.extractor
    """

  /// - Parameter row: of ``columns``.
  init(_ row: any SQLRow) {
    key = row[0]
    record = EventRecord(
      id: row[1], version: row[2], body: row[3], story: row[4], sameAs: row[5], reports: row[6],
      extractor: row[7])
  }

  var event: Event {
    get throws { try JSONDecoder().decode(Event.self, from: Data(record.json)) }
  }

  func hit(_ plan: SearchPlan, segment: Int) throws -> SearchHit {
    let event = try event
    return SearchHit(
      event: event, record: record.json, snippet: Snippet(event.sentence.text, plan.terms),
      cursor: SearchCursor(segment: segment, key: key, search: plan.search))
  }
}
