internal import Contracts
internal import EventStore

/// An event as named values, for tables and maps.
struct EventColumn: Sendable {
  enum Value {
    case text(String?)
    case number(Double?)
    case count(Int)
    case list([String])
  }

  var name: StaticString
  var value: @Sendable (Event) -> Value

  /// In the order of a table. Columns are only added, at the end.
  static let all: [EventColumn] = [
    text("id") { $0.id },
    EventColumn(name: "version") { .count($0.version) },
    text("first_day") { $0.days?.lowerBound },
    text("last_day") { $0.days?.upperBound },
    text("type") { $0.type.rawValue },
    text("mode") { $0.mode },
    text("status") { $0.status.rawValue },
    text("plover") { $0.plover },
    text("cameo") { $0.cameo },
    list("contexts") { $0.contexts },
    list("actors") { $0.entities(.actor).map(\.name) },
    list("actor_countries") { $0.countries(.actor) },
    list("recipients") { $0.entities(.recipient).map(\.name) },
    list("recipient_countries") { $0.countries(.recipient) },
    list("others") { $0.entities(.other).map(\.name) },
    text("speaker") { $0.speaker?.name },
    text("place") { $0.place?.name },
    text("place_country") { $0.place?.country ?? $0.place?.entity?.country },
    number("latitude") { $0.point?.latitude },
    number("longitude") { $0.point?.longitude },
    text("trigger") { $0.trigger.text },
    text("object") { $0.object?.text },
    text("sentence") { $0.sentence.text },
    number("confidence") { $0.confidence },
    EventColumn(name: "reports") { .count($0.reports) },
    text("story") { $0.story },
    text("same_as") { $0.sameAs },
    text("article") { $0.article.id },
    text("source") { $0.article.source },
    text("url") { $0.article.url },
    text("title") { $0.article.title },
    text("published_at") { $0.article.publishedAt },
  ]

  private static func text(
    _ name: StaticString, _ value: @escaping @Sendable (Event) -> String?
  ) -> EventColumn {
    EventColumn(name: name) { .text(value($0)) }
  }

  private static func number(
    _ name: StaticString, _ value: @escaping @Sendable (Event) -> Double?
  ) -> EventColumn {
    EventColumn(name: name) { .number(value($0)) }
  }

  private static func list(
    _ name: StaticString, _ value: @escaping @Sendable (Event) -> [String]
  ) -> EventColumn {
    EventColumn(name: name) { .list(value($0)) }
  }
}

extension Event {
  fileprivate func entities(_ role: ParsedEvent.Role) -> [Entity] {
    participants.filter { $0.role == role }.map(\.entity)
  }

  /// Of who has the role and of the members of groups among them; sorted, each once.
  fileprivate func countries(_ role: ParsedEvent.Role) -> [String] {
    let all = entities(role).flatMap { [$0.country] + $0.members.map(\.country) }
    return Set(all.compactMap(\.self)).sorted()
  }
}
