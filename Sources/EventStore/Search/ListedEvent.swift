internal import Contracts
internal import Foundation

/// An event of the store with its place in the list.
struct ListedEvent {
  var key: Int64
  var record: EventRecord

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
