import Contracts
import EventExtraction
import Testing

/// Where each event happens, in sentences written for the purpose.
@Suite struct EventPlaceTests {
  private func place(_ text: String, of trigger: String) throws -> ParsedEvent.Place? {
    let parsed = try Shared.extractor().extract(
      RawArticle(body: text, publishedAt: "2024-05-15"), id: "places")
    return try #require(ReadArticle(parsed).events(on: trigger).first, "\(trigger) is no event")
      .place
  }

  @Test(arguments: [
    ("قتل ثلاثة جنود في الموصل.", "قتل", "الموصل", "IRQ"),
    ("قتل شخصان وسط مدينة بنغازي.", "قتل", "مدينة بنغازي", "LBY"),
    ("اعتقلت الشرطة رجلا قرب مدينة صفاقس.", "اعتقلت", "مدينة صفاقس", "TUN"),
    ("شهدت مدينة صفاقس أمس احتجاجات عنيفة.", "احتجاجات", "مدينة صفاقس", "TUN"),
    ("انسحب الجيش من حلب.", "انسحب", "حلب", "SYR"),
    ("شب حريق في مسجد بالقاهرة.", "حريق", "مسجد بالقاهرة", "EGY"),
  ])
  func placesStandBehindTheirWords(
    text: String, trigger: String, name: String, country: String
  ) throws {
    let place = try #require(try place(text, of: trigger))
    #expect(place.name == name)
    #expect(place.country == country)
  }

  @Test func joinedVerbsHappenInOnePlace() throws {
    let text = "عقدت الوزارة اجتماعا في مدينة صفاقس وأطلقت حملة جديدة."
    #expect(try place(text, of: "وأطلقت")?.name == "مدينة صفاقس")
  }

  @Test func whereTakesUpThePlaceBeforeIt() throws {
    let text = "وصل الوزير إلى مدينة صفاقس، حيث افتتح المعرض."
    #expect(try place(text, of: "افتتح")?.name == "مدينة صفاقس")
  }

  @Test func aPlaceOfWhatIsSpokenOfIsNotTheSpeechs() throws {
    let text = "دعا الوزير إلى السلام في ليبيا."
    #expect(try place(text, of: "دعا") == nil)
  }

  @Test func hereIsTheDatelinesPlace() throws {
    let text = "شيآن 30 مارس 2024 (شينخوا) اجتمع الوزراء هنا اليوم."
    let parsed = try Shared.extractor().extract(RawArticle(body: text), id: "here")
    let event = try #require(ReadArticle(parsed).events(on: "اجتمع").first)
    #expect(event.place?.name == "هنا")
    #expect(event.place?.country == "CHN")
    #expect(event.place?.entity == parsed.article.dateline?.place)
  }
}
