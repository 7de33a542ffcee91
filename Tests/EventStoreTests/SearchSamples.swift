import Contracts
import EventStore

/// Events of all kinds, the same ones for each seed.
struct SearchSamples {
  private var random: SampleRandom

  init(seed: UInt64) { random = SampleRandom(state: seed) }

  static let words = [
    "زار", "الوزير", "بالصين", "والاقتصاد", "مدينة", "أعلن", "قمة", "للسلام", "٢٥", "Zürich",
    "covid-19", "مؤتمر", "فلسطين", "الدولي", "وقف",
  ]
  static let names = [
    "وانغ يي", "الأمم المتحدة", "عبد الفتاح السيسي", "وزارة الخارجية", "وزارة الدفاع", "الصين",
  ]
  static let countries = ["CHN", "EGY", "FRA", nil]
  static let days = ["2024-03-30", "2024-03-31", "2024-03", "2024", "2023-12-31", "2023", nil]
  static let places: [SearchArea] = [
    SearchArea(latitude: 30.04, longitude: 31.24, kilometers: 0),
    SearchArea(latitude: 30.01, longitude: 31.21, kilometers: 0),
    SearchArea(latitude: -17.7, longitude: 179.9, kilometers: 0),
    SearchArea(latitude: -17.7, longitude: -179.9, kilometers: 0),
    SearchArea(latitude: 89.9, longitude: 12, kilometers: 0),
  ]

  mutating func pick<T>(_ values: [T]) -> T {
    values[Int(random.next() % UInt64(values.count))]
  }

  mutating func some<T>(_ values: [T], atMost count: Int) -> [T] {
    (0..<Int(random.next() % UInt64(count + 1))).map { _ in pick(values) }
  }

  mutating func chance(_ share: Double) -> Bool { Double(random.next() % 1000) < share * 1000 }

  mutating func article(_ id: String, events: Int) -> ParsedArticle {
    var article = ParsedArticle(
      extractor: "1",
      article: .init(
        id: id, title: "عنوان", sha256: Digest(of: id).hex(), simhash: "00", scalars: 0),
      text: "")
    for index in 0..<events { add(event: index, to: &article) }
    article.article.scalars = article.text.unicodeScalars.count
    return article
  }

  private mutating func add(event index: Int, to article: inout ParsedArticle) {
    let sentence = (0..<6).map { _ in pick(Self.words) }.joined(separator: " ")
    let start = article.text.unicodeScalars.count
    article.text += sentence + "\n"
    let end = start + sentence.unicodeScalars.count
    article.sentences.append(.init(start: start, end: end, kind: .body))
    func entity(_ kind: Entity.Kind, _ name: String, _ country: String? = nil) -> String {
      let id = "e\(article.entities.count + 1)"
      article.entities.append(.init(id: id, kind: kind, name: name, country: country))
      return id
    }
    var event = ParsedEvent(
      id: "\(article.article.id)-\(index)", type: pick([.consult, .state, .aid]),
      status: pick(EventStatus.allCases), trigger: .init(start: start, end: start + 1),
      sentence: index, participants: [], confidence: 0.5)
    for name in some(Self.names, atMost: 3) {
      let role = pick([ParsedEvent.Role.actor, .recipient, .other])
      let who = entity(.person, name, pick(Self.countries))
      event.participants.append(.init(role: role, entity: who, start: start, end: end))
    }
    if chance(0.5) { event.speaker = entity(.person, pick(Self.names)) }
    if let day = pick(Self.days) {
      article.times.append(
        .init(
          id: "t\(index)", start: start, end: start, value: day, granularity: .day,
          basis: .explicit))
      event.time = .init(ref: "t\(index)", value: day)
    }
    if chance(0.6) {
      let place = pick(Self.places)
      let id = entity(.place, "مكان", pick(Self.countries))
      let last = article.entities.count - 1
      article.entities[last].latitude = place.latitude
      article.entities[last].longitude = place.longitude
      event.place = .init(entity: id, name: "مكان", country: nil)
    }
    article.events.append(event)
  }

  mutating func query() -> SearchQuery {
    var query = SearchQuery(order: pick(SearchQuery.Order.allCases), limit: pick([2, 7, 50]))
    if chance(0.5) {
      query.words = (some(Self.words, atMost: 2) + ["وزير"]).prefix(2).joined(separator: " ")
    }
    if chance(0.2) { query.words += " «\(pick(Self.words)) \(pick(Self.words))»" }
    query.types = Set(some([.consult, .state], atMost: chance(0.3) ? 2 : 0))
    query.statuses = Set(some(EventStatus.allCases, atMost: chance(0.3) ? 2 : 0))
    query.countries = Set(some(["CHN", "egy"], atMost: chance(0.3) ? 2 : 0))
    if chance(0.3) {
      let name = pick(Self.names + ["المتحدة", "يي", "وزاره"])
      query.participants = [.init(name, role: pick([nil, .actor, .recipient, .other]))]
    }
    if chance(0.2) { query.speaker = pick(Self.names + ["السيسى"]) }
    if chance(0.3) {
      var area = pick(Self.places)
      area.kilometers = pick([0, 5, 30, 20_000])
      query.area = area
    }
    let bounds = ["2023-06-15", "2023-12-31", "2024-01-01", "2024-03-30", "2024-03-31"]
    if chance(0.3) { query.from = pick(bounds) }
    if chance(0.3) { query.to = pick(bounds) }
    return query
  }
}

/// SplitMix64.
struct SampleRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
