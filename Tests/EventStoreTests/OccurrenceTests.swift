import Contracts
import Evaluation
import EventStore
import Testing

@Suite(.onBothStores) struct OccurrenceTests {
  /// What both articles have in common besides, so that they share a story.
  static let background = """
    وكانت المنطقة شهدت في الأسابيع الأخيرة أمطارا غزيرة تسببت في انهيار عدد من الطرق والجسور وتعطل
    حركة القطارات بين العاصمة والمدن الساحلية، ودعت السلطات السكان إلى تجنب السفر إلا عند الضرورة.
    """
  static let crash = SampleEvent(
    id: "a1",
    sentence: "لقي أربعة أشخاص حتفهم في حادث اصطدام حافلة بشاحنة قرب مدخل المدينة الجنوبي",
    type: .incident, actor: ("أربعة أشخاص", nil), day: "2024-03-30", killed: 4)
  static let visit = SampleEvent(
    id: "a2", sentence: "وزار وزير النقل موقع الحادث مساء وتفقد أعمال الإنقاذ برفقة محافظ المدينة",
    type: .consult, actor: ("وزير النقل", nil))

  /// The same events, told by another in other words.
  static var retold: [SampleEvent] {
    var crash = crash
    crash.id = "b1"
    crash.sentence = "ولقي أربعة أشخاص حتفهم بعد ظهر اليوم في اصطدام حافلة بشاحنة عند مدخل المدينة"
    var visit = visit
    visit.id = "b2"
    visit.sentence = "وكان وزير النقل قد زار موقع الحادث وتفقد أعمال الإنقاذ مع محافظ المدينة"
    return [crash, visit]
  }

  private static func article(_ id: String, _ hour: Int, _ events: [SampleEvent]) -> ParsedArticle {
    let background = SampleEvent(id: "\(id)-0", sentence: background, type: .request)
    var article = ParsedArticle.sample(id, events + [background])
    article.events.removeLast()
    article.article.publishedAt = "2024-03-30T\(hour):00:00Z"
    return article
  }

  /// What a consumer has in the end of articles that came one by one.
  private static func told(_ articles: [ParsedArticle]) throws -> [String: Event] {
    let temporary = try TemporaryStore()
    var told: [String: Event] = [:]
    for (offset, article) in articles.enumerated() {
      for output in try temporary.apply(article, at: Int64(offset)).outputs {
        told[output.eventID] = try output.event
      }
    }
    return told
  }

  @Test func eventsOfTwoArticlesThatTellTheSameAreJoined() throws {
    let temporary = try TemporaryStore()
    let first = try temporary.apply(Self.article("a", 10, [Self.crash, Self.visit]), at: 0)
    #expect(try first.outputs.map { try $0.event?.reports } == [1, 1])
    let second = try temporary.apply(Self.article("b", 12, Self.retold), at: 1)
    let events = try second.outputs.compactMap { try $0.event }.sorted { $0.id < $1.id }
    #expect(events.map(\.id) == ["a1", "a2", "b1", "b2"])
    #expect(events.map(\.version) == [2, 2, 1, 1])
    #expect(events.map(\.sameAs) == ["a1", "a2", "a1", "a2"])
    #expect(events.allSatisfy { $0.reports == 2 && $0.story == "a" })
  }

  @Test func whatContradictsIsKeptApart() throws {
    for (change, name) in [
      ({ $0.day = "2024-03-29" }, "another day"), ({ $0.killed = 7 }, "another toll"),
      ({ $0.status = .negated }, "denied"), ({ $0.type = .assault }, "another kind"),
    ] as [((inout SampleEvent) -> Void, String)] {
      var other = Self.retold[0]
      change(&other)
      let told = try Self.told([
        Self.article("a", 10, [Self.crash]), Self.article("b", 12, [other]),
      ])
      #expect(told.mapValues(\.sameAs) == ["a1": "a1", "b1": "b1"], "\(name)")
      #expect(told.values.allSatisfy { $0.story == "a" && $0.reports == 1 }, "\(name)")
    }
  }

  @Test func numbersOfTheSentenceAreHeeded() throws {
    var one = Self.visit
    one.sentence += " ورصدت الوزارة 12 مليون دينار"
    var other = Self.retold[1]
    other.sentence += " ورصدت الوزارة 20 مليون دينار"
    let told = try Self.told([Self.article("a", 10, [one]), Self.article("b", 12, [other])])
    #expect(told.mapValues(\.sameAs) == ["a2": "a2", "b2": "b2"])
  }

  @Test func otherStoriesAreNotCompared() throws {
    var other = Self.article("b", 12, Self.retold)
    other.article.publishedAt = "2024-05-30T12:00:00Z"
    let told = try Self.told([Self.article("a", 10, [Self.crash, Self.visit]), other])
    #expect(told.values.allSatisfy { $0.sameAs == $0.id && $0.reports == 1 })
  }

  @Test func whatIsWithdrawnIsCountedNoMore() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(Self.article("a", 10, [Self.crash]), at: 0)
    _ = try temporary.apply(Self.article("b", 12, Self.retold), at: 1)
    let gone = try temporary.store.apply(batch: [.withdrawal(of: "a", at: 2)])
    #expect(try gone.versions == ["a1": nil, "b1": 2, "b2": 2])
    let crash = try #require(try gone.outputs.first { $0.eventID == "b1" }?.event)
    #expect(crash.sameAs == "b1" && crash.reports == 1 && crash.story == "b")
  }

  /// Whatever the order, the batches and what comes twice: the same events, but for how often they
  /// changed on the way.
  @Test(arguments: 0..<12 as Range<UInt64>) func orderMakesNoDifference(seed: UInt64) throws {
    var third = Self.retold
    third[0].id = "c1"
    third[1].id = "c2"
    third[0].killed = 5
    let articles = [
      Self.article("a", 10, [Self.crash, Self.visit]), Self.article("b", 12, Self.retold),
      Self.article("c", 11, third),
    ]
    var expected = try Self.told(articles)
    #expect(
      expected.mapValues(\.sameAs) == [
        "a1": "a1", "a2": "a2", "b1": "a1", "b2": "a2", "c1": "c1", "c2": "a2",
      ])
    var numbers = SeededNumbers(state: seed)
    var rest = (articles + articles.shuffled(using: &numbers)).shuffled(using: &numbers)
    let temporary = try TemporaryStore()
    var told: [String: Event] = [:]
    var offset: Int64 = 0
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &numbers)
      let batch = rest.prefix(count).map { article in
        offset += 1
        return IndexInput.article(article, at: offset)
      }
      rest.removeFirst(count)
      for output in try temporary.store.apply(batch: batch).outputs {
        told[output.eventID] = try output.event
      }
    }
    for id in expected.keys { expected[id]?.version = 0 }
    for id in told.keys { told[id]?.version = 0 }
    #expect(told == expected)
  }
}
