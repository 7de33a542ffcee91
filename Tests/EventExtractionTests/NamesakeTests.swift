import Contracts
import EventExtraction
import Testing

/// Of places that share a name the one that the article means.
@Suite struct NamesakeTests {
  @Test(
    "what stands beside the name decides",
    arguments: [
      ("وقع انفجار في مدينة طرابلس شمال لبنان.", "LBN", 266_826),
      ("وقع انفجار في طرابلس اللبنانية.", "LBN", 266_826),
      ("وقع انفجار في طرابلس الليبية.", "LBY", 2_210_247),
      ("وقع انفجار في مدينة حيدر آباد في باكستان.", "PAK", 1_176_734),
      ("وقع انفجار في القنيطرة بالمغرب.", "MAR", 2_544_571),
      ("عقد اجتماع في العاصمة الأردنية عمان.", "JOR", 250_441),
      ("وقع انفجار في طرابلس (لبنان).", "LBN", 266_826),
    ])
  func besideIt(sentence: String, country: String, id: Int) throws {
    let place = try eventPlace(body: sentence)
    #expect(place.country == country)
    #expect(place.geonames == id)
  }

  @Test func whatNothingTellsIsTheFirstListed() throws {
    #expect(try eventPlace(body: "وقع انفجار في طرابلس.").country == "LBY")
  }

  @Test func theCountryThatTheArticleSpeaksOfDecides() throws {
    let place = try eventPlace(
      body: """
        وقع انفجار في طرابلس. وقال الجيش اللبناني إن جنديا أصيب. وزار الرئيس اللبناني المصابين.
        """)
    #expect(place.country == "LBN")
  }

  @Test func whatOnePassageTellsHoldsForTheWholeArticle() throws {
    let place = try eventPlace(
      body: """
        وقع انفجار في طرابلس. وندد الرئيس الليبي والحكومة الليبية بالهجوم. وكان انفجار قد وقع في \
        طرابلس اللبنانية قبل عام.
        """)
    #expect(place.country == "LBN")
  }

  /// Those who speak of America seldom mean Odessa in Texas.
  @Test func townsCalledAfterOthersNeedTheirCountryBesideThem() throws {
    let talk = "وقع انفجار في أوديسا. وقال الرئيس الأميركي إن الجيش الأميركي لن يتدخل."
    #expect(try eventPlace(body: talk).country == "UKR")
    #expect(try eventPlace(body: "وقع انفجار في أوديسا الأميركية.").country == "USA")
  }

  @Test func anotherCountryThanTheListedPlacesLeavesItUnidentified() throws {
    let place = try eventPlace(body: "قتل ثلاثة أشخاص في قرية بني عبيد شمال الجزائر.")
    #expect(place.country == "DZA")
    #expect(place.geonames == nil)
  }

  @Test(
    "a place that is not listed has the country that it is put in",
    arguments: [
      ("حطت الطائرة في مطار ملبورن الدولي واحتج العمال في مطار ملبورن الدولي.", "AUS"),
      ("احتج العمال في ساحة الحرية في محافظة البحيرة.", "EGY"),
      ("احتج العمال في ساحة الحرية باريانة وفي ساحة الحرية.", "TUN"),
    ])
  func unlisted(sentence: String, country: String) throws {
    #expect(try eventPlace(body: sentence).country == country)
  }

  private func eventPlace(body: String) throws -> Entity {
    let parsed = try Shared.extractor().extract(RawArticle(body: body), id: "namesakes")
    let id = try #require(parsed.events.compactMap(\.place?.entity).first)
    return try #require(parsed.entities.first { $0.id == id })
  }
}
