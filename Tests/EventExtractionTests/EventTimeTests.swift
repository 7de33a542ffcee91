import Contracts
import EventExtraction
import Testing

/// Which time is an event's, and what its verb makes of it. The day of writing is Wednesday
/// 2024-05-15.
@Suite struct EventTimeTests {
  private func value(_ text: String, of trigger: String) throws -> String? {
    try event(text, trigger).time.map { $0.value ?? "open" }
  }

  private func event(_ text: String, _ trigger: String) throws -> ParsedEvent {
    let parsed = try Shared.extractor().extract(
      RawArticle(body: text, publishedAt: "2024-05-15"), id: "times")
    return try #require(ReadArticle(parsed).events(on: trigger).first, "\(trigger) is no event")
  }

  @Test(arguments: [
    ("اجتمع الوزير الجمعة مع نظيره.", "اجتمع", "2024-05-10"),
    ("سيجتمع الوزير الجمعة مع نظيره.", "سيجتمع", "2024-05-17"),
    ("لم يجتمع الوزراء الجمعة.", "يجتمع", "2024-05-10"),
    ("اجتمع الوزير الأربعاء مع نظيره.", "اجتمع", "2024-05-15"),
    ("افتتح الرئيس المعرض في 20 ديسمبر.", "افتتح", "2023-12-20"),
    ("سيفتتح الرئيس المعرض في 20 ديسمبر.", "سيفتتح", "2024-12-20"),
    ("افتتح الرئيس المعرض في 10 مايو.", "افتتح", "2024-05-10"),
  ])
  func theTenseSettlesWhatIsOpen(text: String, trigger: String, expected: String) throws {
    #expect(try value(text, of: trigger) == expected)
  }

  @Test func aWeekdayWithoutAVerbStaysOpen() throws {
    let parsed = try Shared.extractor().extract(
      RawArticle(title: "لقاء وزراء الخارجية الجمعة", body: "", publishedAt: "2024-05-15"), id: "x")
    #expect(parsed.times.map(\.value) == [nil])
  }

  @Test func whatAPauseJoinsToTheVerbIsNotTheNounsBeforeIt() throws {
    let text = "أعلنت الوزارة في بيان لها أمس أن الوضع هادئ."
    #expect(try value(text, of: "أعلنت") == "2024-05-14")
    let other = "توقفت الدروس أمس بعد اعتداء طالب على أستاذ."
    let parsed = try Shared.extractor().extract(
      RawArticle(body: other, publishedAt: "2024-05-15"), id: "x")
    #expect(parsed.events.allSatisfy { $0.time == nil })
  }

  @Test func aTimeBeforeAJoinedVerbIsNotThatVerbs() throws {
    let text = "بلغت العائدات 20 مليونا سنة 2015 وأكد الوزير أن الوضع أفضل."
    #expect(try value(text, of: "وأكد") == nil)
  }

  @Test func whatHappenedIsNotDatedAhead() throws {
    #expect(try value("اعتقلت الشرطة تاجرا قبل محاكمته الأسبوع القادم.", of: "اعتقلت") == nil)
  }

  @Test func theFridayOfAPrayerIsNoDate() throws {
    let parsed = try Shared.extractor().extract(
      RawArticle(body: "اعتقلت الشرطة خطيب الجمعة.", publishedAt: "2024-05-15"), id: "x")
    #expect(parsed.times.isEmpty)
  }
}
