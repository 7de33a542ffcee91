internal import Contracts
internal import EventStore

/// What people search for: what some event of the articles has.
enum SearchMix {
  struct Kind: Sendable {
    var name: String
    var query: @Sendable (Event) -> SearchQuery
  }

  /// Events from all over the articles.
  static func samples(_ articles: [ParsedArticle], count: Int) -> [Event] {
    var events: [Event] = []
    for article in articles {
      let embedding = EventEmbedding(article)
      if let event = article.events.first(where: { $0.place?.entity != nil })
        ?? article.events.first
      {
        events.append(
          embedding.event(event, version: 1, story: "", sameAs: event.id, reports: 1))
      }
    }
    let step = max(1, events.count / count)
    return stride(from: 0, to: events.count, by: step).prefix(count).map { events[$0] }
  }

  /// Words of a sentence, the longest first.
  private static func words(_ event: Event, _ count: Int) -> String {
    let words = event.sentence.text.split { !$0.isLetter }
    return words.sorted { ($0.count, $0) > ($1.count, $1) }.prefix(count)
      .joined(separator: " ")
  }

  private static func phrase(_ event: Event) -> String {
    let words = event.sentence.text.split { !$0.isLetter && !$0.isNumber }
    return "«\(words.prefix(2).joined(separator: " "))»"
  }

  private static func participant(_ event: Event) -> [SearchQuery.Participant] {
    event.participants.first.map { [.init($0.entity.name)] } ?? []
  }

  private static func area(_ event: Event, _ kilometers: Double) -> SearchArea {
    let place = event.point ?? SearchPoint(latitude: 36.8, longitude: 10.18)
    return SearchArea(
      latitude: place.latitude, longitude: place.longitude, kilometers: kilometers)
  }

  static let kinds: [Kind] = [
    Kind(name: "latest") { _ in SearchQuery() },
    Kind(name: "a common word") {
      SearchQuery(
        words: words($0, 40).split(separator: " ").suffix(8).first.map(String.init) ?? "تونس")
    },
    Kind(name: "the most common words") { SearchQuery(words: $0.item == nil ? "تونس" : "في") },
    Kind(name: "a rare word") { SearchQuery(words: words($0, 1)) },
    Kind(name: "two words") { SearchQuery(words: words($0, 2)) },
    Kind(name: "three words, by date") { SearchQuery(words: words($0, 3), order: .date) },
    Kind(name: "a phrase") { SearchQuery(words: phrase($0)) },
    Kind(name: "words that never meet") { SearchQuery(words: "تونس \(words($0, 1)) الصين") },
    Kind(name: "type and status") { SearchQuery(types: [$0.type], statuses: [.hypothetical]) },
    Kind(name: "country and type") {
      SearchQuery(types: [$0.type], countries: Set($0.countries.prefix(1)))
    },
    Kind(name: "participant") { SearchQuery(participants: participant($0)) },
    Kind(name: "participant and a word") {
      SearchQuery(words: words($0, 1), participants: participant($0))
    },
    Kind(name: "speaker") { SearchQuery(speaker: $0.speaker?.name ?? "وزير") },
    Kind(name: "within 20 km") { SearchQuery(area: area($0, 20)) },
    Kind(name: "within 1000 km, type") {
      SearchQuery(types: [$0.type], area: area($0, 1000))
    },
    Kind(name: "a day") {
      SearchQuery(from: $0.days?.lowerBound, to: $0.days?.lowerBound)
    },
    Kind(name: "a common word on a day") {
      SearchQuery(words: "تونس", from: $0.days?.lowerBound, to: $0.days?.lowerBound)
    },
    Kind(name: "two words, the oldest first") { SearchQuery(words: words($0, 2), order: .oldest) },
    Kind(name: "a story") { SearchQuery(story: "0-" + $0.article.id) },
  ]
}
