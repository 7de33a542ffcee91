import Contracts
import EventExtraction
import Testing

/// Sentences written for the purpose: what each event counts.
@Suite struct QuantityTests {
  /// The quantities of a sentence's events: `trigger: words = kind value…upper unit bound effect`.
  private func quantities(_ text: String) throws -> [String] {
    let parsed = try Shared.extractor().extract(RawArticle(body: text), id: "quantities")
    let article = ReadArticle(parsed)
    return parsed.events.flatMap { event in
      event.quantities.map { quantity in
        let range =
          Self.number(quantity.value) + (quantity.upper.map { "…" + Self.number($0) } ?? "")
        let parts = [
          quantity.kind.rawValue, range, quantity.unit, quantity.bound?.rawValue ?? "",
          quantity.effect?.rawValue ?? "",
        ]
        return article.words(event.trigger.start, event.trigger.end) + ": "
          + article.words(quantity.start, quantity.end) + " = "
          + parts.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }

  @Test(arguments: [
    ("اعتقلت الشرطة 15 شخصا.", "اعتقلت: 15 شخصا = count 15 person arrested"),
    ("اختطف المسلحون أربعة مهندسين.", "اختطف: أربعة مهندسين = count 4 person abducted"),
    ("قتل شخصان في الهجوم.", "قتل: شخصان = count 2 person killed"),
    ("أصيب 20 في الانفجار.", "أصيب: 20 = count 20 person wounded"),
    ("قتل التنظيم 150 عراقيا.", "قتل: 150 عراقيا = count 150 person killed"),
    ("أفرجت السلطات عن مئة وعشرين معتقلا.", "أفرجت: مئة وعشرين معتقلا = count 120 person released"),
    ("نزح 3 آلاف شخص بسبب القصف.", "نزح: 3 آلاف شخص = count 3000 person displaced"),
  ])
  func peopleAreCountedByWhatBefellThem(text: String, expected: String) throws {
    #expect(try quantities(text) == [expected])
  }

  @Test func eachEventHasItsOwn() throws {
    #expect(
      try quantities("أسفر الهجوم عن مقتل 12 شخصا وإصابة 30 آخرين.") == [
        "مقتل: 12 شخصا = count 12 person killed", "وإصابة: 30 آخرين = count 30 person wounded",
      ])
    #expect(
      try quantities("قتل ثلاثة جنود وجرح سبعة مدنيين.") == [
        "قتل: ثلاثة جنود = count 3 person killed", "وجرح: سبعة مدنيين = count 7 person wounded",
      ])
  }

  @Test(arguments: [
    ("تبرعت قطر بمبلغ 5 ملايين دولار للسودان.", "تبرعت: 5 ملايين دولار = money 5000000 USD"),
    ("منح البنك الدولي تونس ١٥٠ ألف يورو.", "منح: ١٥٠ ألف يورو = money 150000 EUR"),
    ("وقع الوزير اتفاقية بقيمة مليون دينار تونسي.", "وقع: مليون دينار تونسي = money 1000000 TND"),
    ("منحت الوكالة تونس مليون دولار.", "منحت: مليون دولار = money 1000000 USD"),
    ("تبرعت الشركة بمبلغ $200.", "تبرعت: $200 = money 200 USD"),
    ("تبرعت الشركة بألف دينار.", "تبرعت: ألف دينار = money 1000 دينار"),
  ])
  func moneyHasItsCurrency(text: String, expected: String) throws {
    let found = try quantities(text)
    #expect(found.map { $0.replacing("بألف", with: "ألف") } == [expected])
  }

  @Test(arguments: [
    ("صادرت السلطات 300 كيلوغرام من المخدرات.", "صادرت: 300 كيلوغرام = measure 300 kg"),
    ("حجزت الشرطة طنين من السكر.", "حجزت: طنين = measure 2 t"),
    ("انسحب الجيش من 20 كيلومترا مربعا.", "انسحب: 20 كيلومترا مربعا = measure 20 km2"),
    ("وافق البرلمان بنسبة 75 بالمئة من الأصوات.", "وافق: 75 بالمئة = percentage 75 %"),
    ("داهمت الشرطة ثلاثة منازل.", "داهمت: ثلاثة منازل = count 3 منازل"),
  ])
  func measuresSharesAndThings(text: String, expected: String) throws {
    #expect(try quantities(text) == [expected])
  }

  @Test(arguments: [
    ("اعتقلت الشرطة نحو 15 شخصا.", "اعتقلت: 15 شخصا = count 15 person about arrested"),
    ("اعتقلت الشرطة أكثر من 15 شخصا.", "اعتقلت: 15 شخصا = count 15 person over arrested"),
    ("توفي ما لا يقل عن 7 أشخاص.", "توفي: 7 أشخاص = count 7 person at-least killed"),
    ("قتل 5 أشخاص على الأقل في الهجوم.", "قتل: 5 أشخاص = count 5 person at-least killed"),
    ("اعتقلت الشرطة أقل من 10 أشخاص.", "اعتقلت: 10 أشخاص = count 10 person under arrested"),
    ("قتل ما بين 10 و15 مسلحا في الغارة.", "قتل: بين 10 و15 مسلحا = count 10…15 person killed"),
    ("أصيب العشرات في المواجهات.", "أصيب: العشرات = count 10…99 person wounded"),
    ("اعتقلت الشرطة مئات المتظاهرين.", "اعتقلت: مئات المتظاهرين = count 100…999 person arrested"),
    (
      "نزح عشرات الآلاف من السكان.",
      "نزح: عشرات الآلاف من السكان = count 10000…99999 person displaced"
    ),
  ])
  func boundsAreTold(text: String, expected: String) throws {
    #expect(try quantities(text) == [expected])
  }

  @Test(arguments: [
    "استقال الوزير في 15 مايو 2024.", "أوقفت الشرطة شابا يبلغ من العمر 25 عاما.",
    "اجتمع الوزراء ثلاث ساعات.", "حكمت المحكمة بموجب المادة 3 من القانون.",
    "اجتمعت الدول الخمس في القاهرة.", "اعتقلت الشرطة مسلحين.", "حجزت الشرطة كمية من الأسلحة.",
  ])
  func datesAgesLabelsAndTheKnownAreNoQuantities(text: String) throws {
    #expect(try quantities(text) == [])
  }
}
