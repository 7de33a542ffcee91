import Contracts
import EventStore
import Testing

@Suite(.onBothStores) struct SearchTests {
  let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore()
    let events = [
      SampleEvent(
        id: "visit", sentence: "زَارَ الرئيسُ مدينةَ شيآن أمـــس", type: .consult,
        actor: ("شي جين بينغ", "CHN"), day: "2024-03-30"),
      SampleEvent(
        id: "talks", sentence: "بحث الوزراء في مدرسة الدبلوماسية العلاقات بالصين", type: .consult,
        actor: ("وزراء", "KAZ"), day: "2024-03"),
      SampleEvent(
        id: "statement", sentence: "وقال إن ٢٥ دولة صديقة شاركت على مستوى عال", type: .state,
        actor: ("المتحدث", "EGY")),
      SampleEvent(
        id: "latin", sentence: "أعلنت شركة Huawei في Zürich", type: .agree, actor: ("شركة", nil),
        day: "2023"),
    ]
    _ = try temporary.apply(.sample("a", events), at: 0)
  }

  private func found(_ query: SearchQuery) throws -> Set<String> {
    Set(try temporary.store.search(query).map(\.event.id))
  }

  private func found(_ words: String) throws -> Set<String> {
    try found(SearchQuery(words: words))
  }

  @Test(arguments: ["زار", "زَارَ", "أمس", "امس", "شيان", "مدينه", "الرّئيس", "بينج بينغ شي"])
  func spellingMakesNoDifference(words: String) throws {
    #expect(try found(words).contains("visit") == (words != "بينج بينغ شي"))
  }

  @Test func particlesWrittenOntoAWordDoNotHideIt() throws {
    #expect(try found("الصين") == ["talks"])
    #expect(try found("صين") == ["talks"])
    #expect(try found("قال") == ["statement"])
    #expect(try found("علي مستوي") == ["statement"])
    #expect(try found("\"الصين\"") == [])
  }

  @Test func digitsAndOtherScripts() throws {
    #expect(try found("25") == ["statement"])
    #expect(try found("۲۵") == ["statement"])
    #expect(try found("huawei") == ["latin"])
    #expect(try found("ZÜRICH") == ["latin"])
    #expect(try found("Zarich") == [])
  }

  @Test func phrasesKeepTheirOrder() throws {
    #expect(try found("«مدينة شيآن»") == ["visit"])
    #expect(try found("\"شيآن مدينة\"") == [])
    #expect(try found("شيآن مدينة") == ["visit"])
    #expect(try found("\"مدينة شيآن") == ["visit"])
    #expect(try found("\"أمس شي\"") == [], "sentence and name are apart")
  }

  @Test func filters() throws {
    #expect(try found(SearchQuery(types: [.consult])) == ["visit", "talks"])
    #expect(try found(SearchQuery(types: [.state, .agree])) == ["statement", "latin"])
    #expect(try found(SearchQuery(countries: ["kaz"])) == ["talks"])
    #expect(try found(SearchQuery(words: "consult")) == [], "codes are no words")
    #expect(try found(SearchQuery(types: [.consult], countries: ["CHN"])) == ["visit"])
    #expect(try found(SearchQuery(from: "2024-03-31")) == ["talks"])
    #expect(try found(SearchQuery(from: "2024-03-30", to: "2024-03-30")) == ["visit", "talks"])
    #expect(try found(SearchQuery(to: "2023-06-01")) == ["latin"])
    #expect(try temporary.store.search(SearchQuery(limit: 1)).count == 1)
    #expect(try temporary.store.search(SearchQuery(limit: -1)).isEmpty)
  }

  @Test func latestFirstWhereNoWordsAreGiven() throws {
    let days = try temporary.store.search(SearchQuery()).map { $0.event.days?.lowerBound }
    #expect(days == ["2024-03-30", "2024-03-01", "2023-01-01", nil])
  }

  @Test(arguments: ["AND", "words:x", "NEAR(", "\"", "*", "'); DROP TABLE event;", "ال", "^"])
  func nothingInAQueryIsALanguage(words: String) throws {
    do {
      #expect(try found(words).isEmpty)
    } catch {
      #expect((error as? StoreError)?.code == .query)
    }
  }

  @Test(
    arguments: [
      String(repeating: "كلمة ", count: 200_000), String(repeating: "ا", count: 1 << 20),
      String(repeating: "س ", count: 65), "\u{202E}\u{2066}\u{200F}", "؟!«»\"\"()*^:-", "\u{0}",
    ])
  func queriesThatNobodyMeansAreRefusedInOneLine(words: String) throws {
    let queries = [
      SearchQuery(words: words), SearchQuery(participants: [.init(words)]),
      SearchQuery(speaker: words),
    ]
    for query in queries {
      do {
        #expect(try found(query).isEmpty)
      } catch {
        let error = try #require(error as? StoreError)
        #expect(error.code == .query)
        #expect(error.description.utf8.count < 100 && !error.description.contains("\n"))
        #expect(error.description.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    func isRefused(_ query: SearchQuery) throws {
      #expect(throws: StoreError.self) { try temporary.store.search(query) }
      #expect(throws: StoreError.self) { try SearchFilter(query) }
    }
    try isRefused(SearchQuery(countries: ["China"]))
    try isRefused(SearchQuery(from: "yesterday"))
    try isRefused(SearchQuery(to: "2024"))
    try isRefused(SearchQuery(area: SearchArea(latitude: 91, longitude: 0, kilometers: 1)))
    try isRefused(SearchQuery(area: SearchArea(latitude: 0, longitude: .nan, kilometers: 1)))
    try isRefused(SearchQuery(area: SearchArea(latitude: 0, longitude: 0, kilometers: -1)))
    let cursor = try #require(temporary.store.search(SearchQuery()).first?.cursor)
    try isRefused(SearchQuery(words: "زار", after: cursor))
    #expect(SearchCursor("0-zzzzzzzzzzzzzzzz-1") == nil && SearchCursor("") == nil)
    #expect(SearchCursor("-1-1-1") == nil && SearchCursor("0-1") == nil)
  }

  @Test func participantsByPartsOfTheirNames() throws {
    func found(_ name: String, _ role: ParsedEvent.Role? = nil) throws -> Set<String> {
      try self.found(SearchQuery(participants: [.init(name, role: role)]))
    }
    #expect(try found("جين بينغ") == ["visit"])
    #expect(try found("شِي", .actor) == ["visit"])
    #expect(try found("شي", .recipient) == [])
    #expect(try found("شي بينغ") == [], "not next to each other")
    #expect(try found("متحدث") == ["statement"])
    #expect(try found("أمس") == [], "no participant")
  }

  @Test func theBestMatchesComeFirst() throws {
    let events = [
      SampleEvent(id: "other", sentence: "بحث مع وزير ومستشار السلام", day: "2024-05-03"),
      SampleEvent(id: "apart", sentence: "بحث السلام طويلا مع وزير", day: "2024-05-02"),
      SampleEvent(id: "together", sentence: "بحث وزير السلام الملف", day: "2024-05-01"),
      SampleEvent(id: "form", sentence: "بحث للسلام مع الوزير", day: "2024-05-04"),
    ]
    _ = try temporary.apply(.sample("ranks", events), at: 5)
    func ids(_ order: SearchQuery.Order) throws -> [String] {
      try temporary.store.search(SearchQuery(words: "وزير السلام", order: order)).map(\.event.id)
    }
    #expect(try ids(.relevance) == ["together", "other", "apart", "form"])
    #expect(try ids(.date) == ["form", "other", "apart", "together"])
    #expect(try ids(.oldest) == ["together", "apart", "other", "form"])
  }

  @Test func snippetsShowTheWordsFound() throws {
    let hit = try #require(try temporary.store.search(SearchQuery(words: "الصين")).first)
    #expect(hit.snippet.matches.map { $0.text(in: hit.snippet.text) } == ["بالصين"])
    let phrase = try #require(
      try temporary.store.search(SearchQuery(words: "\"مدينة شيان\"")).first)
    #expect(
      phrase.snippet.matches.map { $0.text(in: phrase.snippet.text) } == ["مدينةَ", "شيآن"])
  }

  @Test func longSentencesAreCutAroundTheMatch() throws {
    let filler = Array(repeating: "كلمة", count: 100).joined(separator: " ")
    let long = SampleEvent(id: "long", sentence: "\(filler) نادرة \(filler)")
    _ = try temporary.apply(.sample("b", [long]), at: 1)
    let hit = try #require(try temporary.store.search(SearchQuery(words: "نادره")).first)
    #expect(hit.snippet.matches.map { $0.text(in: hit.snippet.text) } == ["نادرة"])
    #expect(hit.snippet.text.unicodeScalars.count <= 242)
    #expect(hit.snippet.text.hasPrefix("…كلمة") && hit.snippet.text.hasSuffix("كلمة…"))
  }

  @Test func changedAndWithdrawnEventsAreFoundNoMore() throws {
    let changed = SampleEvent(id: "visit", sentence: "عاد الرئيس")
    _ = try temporary.apply(.sample("a", [changed]), at: 1)
    #expect(try found("زار") == [])
    #expect(try found("عاد") == ["visit"])
    #expect(try found("") == ["visit"])
    _ = try temporary.store.apply(batch: [.withdrawal(of: "a", at: 2)])
    #expect(try found("") == [])
  }
}

extension TextSpan {
  fileprivate func text(in text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Array(text.unicodeScalars)[start..<end])
    return String(view)
  }
}
