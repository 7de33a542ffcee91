import Contracts
import Evaluation
import EventStore
import Foundation
import Testing

@Suite(.onBothStores) struct StoryTests {
  /// Two articles that are alike, a third that is like the second alone, and one of its own.
  static let first = Report(
    "b", "2024-03-30T10:00:00Z",
    """
    استقبل رئيس الجمهورية صباح اليوم في قصر الرئاسة وزير الخارجية الذي يزور البلاد منذ يومين.
    وبحث الجانبان سبل تعزيز التعاون في مجالات الطاقة والنقل والتعليم العالي بين البلدين الشقيقين.
    """)
  static let second = Report(
    "c", "2024-03-30T12:00:00Z",
    """
    وبحث الجانبان سبل تعزيز التعاون في مجالات الطاقة والنقل والتعليم العالي بين البلدين الشقيقين.
    وأعلنت الرئاسة في بيان لاحق أن لجنة مشتركة ستجتمع قبل نهاية العام لوضع برنامج زمني مفصل.
    """)
  static let third = Report(
    "a", "2024-03-31T08:00:00Z",
    """
    وأعلنت الرئاسة في بيان لاحق أن لجنة مشتركة ستجتمع قبل نهاية العام لوضع برنامج زمني مفصل.
    وقال خبراء إن المشاريع الكبرى تحتاج إلى تمويل لم يتوفر بعد وإلى قوانين جديدة تشجع المستثمرين.
    """)
  static let other = Report(
    "d", "2024-03-30T11:00:00Z",
    """
    تساقطت أمطار غزيرة على المناطق الساحلية وتسببت في إغلاق عدة طرق رئيسية حتى ساعة متأخرة من الليل.
    """)

  @Test func articlesThatHangTogetherHaveTheStoryOfTheFirst() throws {
    let stories = try Self.stories([Self.first, Self.second, Self.third, Self.other])
    #expect(stories == ["a": "b", "b": "b", "c": "b", "d": "d"])
    #expect(try Self.stories([Self.first, Self.third]) == ["a": "a", "b": "b"])
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func orderAndBatchesMakeNoDifference(seed: UInt64)
    throws
  {
    var numbers = SeededNumbers(state: seed)
    var rest = [Self.first, Self.second, Self.third, Self.other].shuffled(using: &numbers)
    let temporary = try TemporaryStore()
    var told: [String: String] = [:]
    var offset: Int64 = 0
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &numbers)
      let batch = rest.prefix(count).map { report in
        offset += 1
        return IndexInput.article(report.parsed, at: offset)
      }
      rest.removeFirst(count)
      for output in try temporary.store.apply(batch: batch).outputs {
        told[output.eventID] = try output.event?.story
      }
    }
    #expect(try temporary.store.stories() == ["a": "b", "b": "b", "c": "b", "d": "d"])
    #expect(told == ["event-a": "b", "event-b": "b", "event-c": "b", "event-d": "d"])
  }

  @Test func anEarlierArticleGivesWhatWasToldANewVersion() throws {
    let temporary = try TemporaryStore()
    #expect(try temporary.apply(Self.second.parsed, at: 0).outputs[0].event?.story == "c")
    let result = try temporary.apply(Self.first.parsed, at: 1)
    #expect(try result.versions == ["event-b": 1, "event-c": 2])
    #expect(try result.outputs.map { try $0.event?.story } == ["b", "b"])
    #expect(Set(result.outputs.map(\.cause)) == [.at(1)])
  }

  @Test func aStoryFallsApartWhereALinkGoes() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(batch: [
      .article(Self.first.parsed, at: 0), .article(Self.second.parsed, at: 1),
      .article(Self.third.parsed, at: 2),
    ])
    let gone = try temporary.store.apply(batch: [.withdrawal(of: "c", at: 3)])
    #expect(try gone.versions == ["event-c": nil, "event-a": 2])
    #expect(try temporary.store.stories() == ["a": "a", "b": "b"])
    let back = try temporary.apply(Self.second.parsed, at: 4)
    #expect(try back.versions == ["event-c": 2, "event-a": 3])
  }

  @Test func anotherTextLeavesTheStory() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(Self.first.parsed, at: 0)
    _ = try temporary.apply(Self.second.parsed, at: 1)
    var changed = Self.second
    changed.text = Self.other.text
    _ = try temporary.apply(changed.parsed, at: 2)
    #expect(try temporary.store.stories() == ["b": "b", "c": "c"])
  }

  @Test func articlesFarApartAreNotCompared() throws {
    var late = Self.first
    late.id = "late"
    late.published = "2024-04-02T11:00:00Z"
    #expect(try Self.stories([Self.first, late]) == ["b": "b", "late": "late"])
    late.published = "2024-04-02T09:00:00+00:00"
    #expect(try Self.stories([Self.first, late]) == ["b": "b", "late": "b"])
    late.published = nil
    #expect(try Self.stories([Self.first, late]) == ["b": "b", "late": "late"])
  }

  @Test func anotherWindowMakesTheStoriesAnew() throws {
    let temporary = try TemporaryStore()
    var late = Self.first
    late.id = "late"
    late.published = "2024-04-03T10:00:00Z"
    _ = try temporary.apply(Self.first.parsed, at: 0)
    _ = try temporary.apply(late.parsed, at: 1)
    let wider = try EventStore(path: temporary.store.path, storyWindow: 5 * 86_400)
    let result = try wider.apply(batch: [.article(Self.other.parsed, at: 2)])
    #expect(try result.versions == ["event-b": 2, "event-late": 2, "event-d": 1])
    #expect(try wider.stories() == ["b": "b", "late": "b", "d": "d"])
  }

  /// The same words every day, other numbers.
  @Test func dailyBulletinsAreNotOneStory() throws {
    func bulletin(_ id: String, _ day: String, _ values: [Int]) -> Report {
      Report(
        id, day,
        """
        تتراوح درجات الحرارة بين \(values[0]) و\(values[1]) درجة في الشمال وتصل إلى \(values[2]) درجة في
        أقصى الجنوب وتكون الريح ضعيفة إلى معتدلة من القطاع الشرقي قرب السواحل والبحر قليل الاضطراب.
        وتنخفض الحرارة غدا إلى \(values[3]) درجة مع أمطار متفرقة.
        """)
    }
    let one = bulletin("one", "2024-03-30", [12, 17, 24, 9])
    let two = bulletin("two", "2024-03-31", [15, 19, 28, 11])
    let copy = bulletin("copy", "2024-03-30", [12, 17, 24, 9])
    #expect(try Self.stories([one, two, copy]) == ["one": "copy", "copy": "copy", "two": "two"])
  }

  @Test func vowelSignsSpellingAndOrderMakeNoDifference() throws {
    var copy = Self.first
    copy.id = "copy"
    copy.text = copy.text.split(separator: "\n").reversed().joined(separator: "\n")
      .replacing("ة", with: "ه").replacing("أ", with: "ا").replacing("رئيس", with: "رَئِيـــس")
    #expect(try Self.stories([Self.first, copy]) == ["b": "b", "copy": "b"])
  }

  private static func stories(_ reports: [Report]) throws -> [String: String] {
    let temporary = try TemporaryStore()
    _ = try temporary.store.apply(
      batch: reports.enumerated().map { .article($1.parsed, at: Int64($0)) })
    return try temporary.store.stories()
  }
}

/// An article with one event, `event-` and its id.
struct Report {
  var id: String
  var published: String?
  var text: String

  init(_ id: String, _ published: String?, _ text: String) {
    self.id = id
    self.published = published
    self.text = text
  }

  var parsed: ParsedArticle {
    var article = ParsedArticle.sample(id, [SampleEvent(id: "event-\(id)", sentence: text)])
    article.article.publishedAt = published
    return article
  }
}
