import ArabicText
import EventExtraction
import Testing

/// The times of a text as `words = value`.
func times(_ text: String, _ reference: String? = nil) throws -> [String] {
  let reader = try Readers.times.get()
  let read = TokenizedText(text)
  return reader.times(
    in: read, sentences: read.sentences(), reference: reference.flatMap { Day(iso: $0) }
  ).map { read.text($0.tokens) + " = " + ($0.value ?? "nil") }
}

/// The bundled readers, loaded once for all tests.
enum Readers {
  static let times = Result { try TimeReader.bundled() }
  static let numbers = Result { try NumberReader.bundled() }
}

@Suite struct TimeDateTests {
  @Test(arguments: [
    ("في 16 فيفري 2017 بتونس", "16 فيفري 2017 = 2017-02-16"),
    ("يوم 30 مارس 2024،", "يوم 30 مارس 2024 = 2024-03-30"),
    ("منذ كانون الثاني/يناير 2016", "كانون الثاني/يناير 2016 = 2016-01"),
    ("في 3 نيسان (أبريل) 2011", "3 نيسان (أبريل) 2011 = 2011-04-03"),
    ("يوم 20 غشت 2019", "يوم 20 غشت 2019 = 2019-08-20"),
    ("في 5 أوت 2016", "5 أوت 2016 = 2016-08-05"),
    (
      "الخامس والعشرين من تشرين الأول عام 1999",
      "الخامس والعشرين من تشرين الأول عام 1999 = 1999-10-25"
    ),
    ("بتاريخ 12/03/2024", "12/03/2024 = 2024-03-12"),
    ("وقع ٢٠٢٤-٠٣-١٢ هنا", "٢٠٢٤-٠٣-١٢ = 2024-03-12"),
    ("في 12.03.2024", "12.03.2024 = 2024-03-12"),
    ("يوم الخميس 16 فيفري 2017", "يوم الخميس 16 فيفري 2017 = 2017-02-16"),
    ("في العام 2016", "العام 2016 = 2016"), ("منذ 2011", "2011 = 2011"),
    ("في 1 رمضان 1445 هـ", "1 رمضان 1445 هـ = 2024-03-11"),
    ("15 رمضان 1445 هـ الموافق 25 مارس 2024", "15 رمضان 1445 هـ الموافق 25 مارس 2024 = 2024-03-25"),
  ])
  func explicitDatesNeedNoReference(text: String, expected: String) throws {
    #expect(try times(text) == [expected])
  }

  @Test(arguments: [
    ("اليوم (السبت).", "اليوم (السبت) = 2024-03-30"),
    ("أطلقت قبل 4 أعوام.", "قبل 4 أعوام = 2020"),
    ("يوم (الأربعاء) الاجتماع", "يوم (الأربعاء) = 2024-03-27"),
    ("مساء أمس الجمعة", "مساء أمس الجمعة = 2024-03-29"),
    ("أول أمس", "أول أمس = 2024-03-28"), ("بعد غد", "بعد غد = 2024-04-01"),
    ("السبت", "السبت = 2024-03-30"), ("الأحد الماضي", "الأحد الماضي = 2024-03-24"),
    ("الأحد المقبل", "الأحد المقبل = 2024-03-31"),
    ("30 مارس الجاري", "30 مارس الجاري = 2024-03-30"),
    ("الخامس من الشهر المقبل", "الخامس من الشهر المقبل = 2024-04-05"),
    ("شهر ماي القادم", "شهر ماي القادم = 2024-05"), ("في أفريل", "أفريل = 2023-04"),
    ("هذا الأسبوع", "هذا الأسبوع = 2024-03-25/2024-03-31"),
    ("الشهر الماضي", "الشهر الماضي = 2024-02"), ("السنة الماضية", "السنة الماضية = 2023"),
    ("منذ يومين", "منذ يومين = 2024-03-28"), ("منذ شهرين", "منذ شهرين = 2024-01"),
    ("قبل أيام", "قبل أيام = nil"),
    ("بعد ثلاثة أيام من الاختفاء", "بعد ثلاثة أيام = nil"),
  ])
  func relativeTimesCountFromTheReference(text: String, expected: String) throws {
    #expect(try times(text, "2024-03-30") == [expected])
  }

  @Test(arguments: [
    "يوم (الأربعاء)", "اليوم", "أمس الجمعة", "قبل 4 أعوام", "الشهر الماضي", "في أفريل",
  ])
  func withoutReferenceRelativeTimesStayOpen(text: String) throws {
    let found = try times(text)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasSuffix("= nil") })
  }

  @Test(arguments: [
    "الأمين العام الحالي للأمم المتحدة", "مارس الرئيس صلاحياته", "رجب طيب أردوغان", "لم يحضر أحد",
    "في اليوم العالمي", "لليوم الثامن على التوالي", "سمير الربيع وشعبان يوسف", "المدير العام",
  ])
  func wordsWithOtherSensesAreNoTimes(text: String) throws {
    #expect(try times(text, "2024-03-30").isEmpty)
  }

  @Test func theTensePointsTheWay() throws {
    let reader = try Readers.times.get()
    let text = TokenizedText("الأربعاء")
    let reference = Day(iso: "2024-03-30")
    let mention = try #require(
      reader.times(in: text, sentences: [0..<1], reference: reference).first)
    #expect(mention.value(reference: reference, tense: .past) == "2024-03-27")
    #expect(mention.value(reference: reference, tense: .future) == "2024-04-03")
    #expect(mention.value(reference: nil, tense: .past) == nil)
  }

  @Test func aDatelinesDateIsReadWhereItStands() throws {
    let reader = try Readers.times.get()
    let text = TokenizedText("شيآن 30 مارس 2024 (شينخوا) عقدت")
    let date = try #require(reader.date(in: text, at: 1, limit: text.tokens.count))
    #expect(date.tokens == 1..<4)
    #expect(date.value == "2024-03-30")
    #expect(reader.date(in: text, at: 0, limit: text.tokens.count) == nil)
  }
}
