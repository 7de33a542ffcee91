import Contracts
import EventExtraction
import Testing

/// Modes, contexts and codes, from what the words around an event tell.
@Suite struct CodeTests {
  static func events(_ text: String) throws -> [ParsedEvent] {
    let article =
      text.hasSuffix(".") ? RawArticle(body: text) : RawArticle(title: text, body: "")
    return try Shared.extractor().extract(article, id: "codes").events
  }

  @Test(arguments: [
    ("أجرى الوزير اتصالا هاتفيا مع نظيره المصري.", EventType.consult, "phone"),
    ("زار الرئيس الفرنسي القاهرة.", .consult, "visit"),
    ("التقى الوزير المصري نظيره القطري بوساطة عمانية.", .consult, "third-party"),
    ("التقى وزراء خارجية مصر والأردن والعراق في عمان.", .consult, "multilateral"),
    ("قتل ثلاثة جنود في غارة جوية.", .assault, "aerial"),
    ("قتل ثلاثة جنود برصاص مسلحين.", .assault, "firearms"),
    ("هاجم رجل المارة بسكين.", .assault, "primitive"),
    ("قتل عشرة أشخاص في تفجير انتحاري.", .assault, "suicide-attack"),
    ("طالب الحزب بالإفراج عن المعتقلين.", .request, "yield"),
    ("طالب الحزب بإصلاح القضاء.", .request, "change"),
    ("رفض الوفد الحوار مع الحكومة.", .reject, "meet"),
    ("هدد الرئيس الأمريكي بفرض عقوبات على إيران.", .threaten, "restrict"),
  ])
  func modeIsTold(text: String, type: EventType, mode: String) throws {
    let found = try Self.events(text).filter { $0.type == type }.map(\.mode)
    #expect(found.contains(mode), "\(found) in \(text)")
  }

  @Test func modesBelongToTheirTypes() throws {
    for (_, parsed) in try Shared.annotated() {
      for event in parsed.events where event.mode != nil {
        #expect(event.plover != nil, "only PLOVER's types have modes")
      }
    }
  }

  @Test(arguments: [
    ("قال وزير الصحة إن المستشفيات استقبلت المرضى.", "health"),
    ("أعلنت هيئة الانتخابات نتائج الاقتراع.", "election"),
    ("أعلن البنك المركزي خفض سعر الصرف.", "economic"),
    ("تفقد الوزير مخيمات اللاجئين.", "asylum"),
    ("قال الخبير إن الاحتباس الحراري يهدد المدينة.", "environment"),
    ("أوقفت الشرطة رجلا وحجزت كمية من المخدرات.", "illegal_drugs"),
  ])
  func contextIsTold(text: String, context: String) throws {
    let events = try Self.events(text)
    #expect(!events.isEmpty)
    for event in events { #expect(event.contexts.contains(context), "\(event.contexts)") }
  }

  @Test func titleTellsTheContextOfTheWholeArticle() throws {
    let article = RawArticle(
      title: "نتائج الانتخابات البلدية", body: "وصل الوزير.\n\nقال الوزير إنه سعيد.")
    let events = try Shared.extractor().extract(article, id: "codes").events
    let said = try #require(events.first { $0.type == .state })
    #expect(said.contexts.contains("election"))
  }

  @Test(arguments: [
    ("زار الرئيس الفرنسي القاهرة.", EventType.consult, "CONSULT", "04"),
    ("سيزور الرئيس الفرنسي القاهرة.", .consult, "AGREE", "03"),
    ("حققت النيابة مع الوزير.", .accuse, "ACCUSE", "09"),
    ("اتهمت الحكومة المعارضة.", .accuse, "ACCUSE", "11"),
    ("قصف الجيش المدينة بالمدفعية.", .assault, "ASSAULT", "19"),
  ])
  func codesFollowTypeStatusAndMode(
    text: String, type: EventType, plover: String, cameo: String
  ) throws {
    let event = try #require(Self.events(text).first { $0.type == type }, "\(text)")
    #expect(event.plover == plover)
    #expect(event.cameo == cameo)
  }
}
