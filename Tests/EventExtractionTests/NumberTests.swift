import ArabicText
import EventExtraction
import Testing

@Suite struct NumberTests {
  /// The numbers of a text as `words = kind value`.
  func numbers(_ text: String) throws -> [String] {
    let reader = try Readers.numbers.get()
    let read = TokenizedText(text)
    return reader.numbers(in: read).map { number in
      let upper = number.upper.map { "…\($0)" } ?? ""
      return "\(read.text(number.tokens)) = \(number.kind.rawValue) \(number.value)\(upper)"
    }
  }

  @Test(arguments: [
    ("ثلاثة وعشرون قتيلا", 23.0), ("خمسة عشر", 15), ("إحدى عشرة", 11), ("مئتا ألف", 200_000),
    ("ألفان", 2000), ("مليونا شخص", 2_000_000), ("120 ألفا", 120_000), ("3.5 ملايين", 3_500_000),
    ("مليار", 1e9), ("ثلاثة آلاف ومئتان وخمسة وأربعون", 3245),
    ("واحد وعشرون تريليون وثلاث مائة", 21_000_000_000_300), ("مليون ونصف المليون", 1_500_000),
    ("نصف مليون", 500_000), ("مائة ألف", 100_000), ("ألف وتسعمائة وثمانية وسبعون", 1978),
    ("سالب خمسة", -5), ("46 فاصل 5", 46.5), ("١٬٢٣٤٬٥٦٧", 1_234_567), ("71،8", 71.8),
    ("117،901 مليون", 117_901_000), ("1.500 دينار", 1500), ("321 666 شخصا", 321_666),
    ("۱۲", 12), ("٠,٢٥", 0.25), ("3ر46", 46.3),
    ("ثلاث مئة ودزينتين", 324), ("مئتان فاصلة ثلاثة من مئة", 200.03), ("ربع المئة", 25),
  ])
  func cardinals(text: String, value: Double) throws {
    let reader = try Readers.numbers.get()
    let found = reader.numbers(in: TokenizedText(text))
    #expect(found.map(\.value) == [value])
    #expect(found.first?.kind == .cardinal)
  }

  @Test(arguments: [
    ("الاجتماع الثالث", 3.0), ("الثالثة والعشرين", 23), ("الحادي عشر", 11),
    ("القرن الحادي والعشرين", 21), ("الذكرى العشرون", 20), ("لأول مرة", 1),
  ])
  func ordinals(text: String, value: Double) throws {
    let found = try Readers.numbers.get().numbers(in: TokenizedText(text))
    #expect(found.map(\.value) == [value])
    #expect(found.first?.kind == .ordinal)
  }

  @Test(arguments: [
    ("بنسبة 11 بالمائة خلال", "11 بالمائة = percentage 11.0"),
    ("بـ11%", "11% = percentage 11.0"), ("٥٪", "٥٪ = percentage 5.0"),
    ("خمسة في المئة", "خمسة في المئة = percentage 5.0"), ("%50 من", "%50 = percentage 50.0"),
    ("بين 3 و5 قتلى", "بين 3 و5 = range 3.0…5.0"), ("3-5 أيام", "3-5 = range 3.0…5.0"),
    ("10 إلى 12 ألف سنة", "10 إلى 12 ألف = range 10000.0…12000.0"),
    ("ثلاثة أرباع", "ثلاثة أرباع = fraction 0.75"), ("خمس السكان", "خمس = fraction 0.2"),
    ("ثلثي النواب", "ثلثي = fraction 0.6666666666666666"),
    ("حصل على 15 على 20.", "15 على 20 = fraction 0.75"),
    ("جزء من ألف", "جزء من ألف = fraction 0.001"),
    ("بالمائة 210", "بالمائة 210 = percentage 210.0"),
  ])
  func percentagesRangesAndFractions(text: String, expected: String) throws {
    #expect(try numbers(text) == [expected])
  }

  @Test(arguments: [
    "يوم الاثنين", "لم يحضر أحد", "نصف النهائي", "12.03.2024", "آلاف المتظاهرين", "ثمن الخبز",
    "كمية من الأسلحة", "الرئيس وأحد أصهاره",
  ])
  func whatIsNoNumber(text: String) throws {
    #expect(try numbers(text).isEmpty)
  }

  @Test func theCountedNounIsTold() throws {
    let reader = try Readers.numbers.get()
    let text = TokenizedText("قتل 20 ألف جندي في 3 من الهجمات")
    let units = reader.numbers(in: text).map { $0.unit.map { text.text($0) } }
    #expect(units == ["جندي", nil])
  }
}
