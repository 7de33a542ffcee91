import Contracts
import EventExtraction
import Testing

/// Whom a later mention means: by title alone, by role, by part of the name.
@Suite struct CoreferenceTests {
  private func read(_ body: String, title: String? = nil) throws -> ReadArticle {
    ReadArticle(
      try Shared.extractor().extract(
        RawArticle(title: title, body: body, publishedAt: "2024-05-15"), id: "coreference"))
  }

  /// The names of those who speak, in the order of the events.
  private func speakers(_ body: String) throws -> [String] {
    let article = try read(body)
    return article.parsed.events.filter { $0.type == .state }.map { event in
      article.participants(.actor, of: event).first?.name ?? "-"
    }
  }

  @Test(arguments: [
    "قال وزير المالية سليم العياري إن الوضع صعب.\nوقال الوزير إن الحل قريب.",
    "قال سليم العياري وزير المالية إن الوضع صعب.\nوقال الوزير إن الحل قريب.",
    "قال سليم العياري إن الوضع صعب.\nوأضاف وزير المالية أن الحل قريب.",
    "قال سليم العياري إن الوضع صعب.\nوقال العياري إن الحل قريب.",
  ])
  func aTitleOrPartOfTheNameMeansWhoWasNamed(body: String) throws {
    #expect(try speakers(body) == ["سليم العياري", "سليم العياري"])
  }

  @Test func aNewTitleThatDoesNotGoOnIsSomebodyElse() throws {
    let body = "قال سليم العياري إن الوضع صعب.\nوأكد وزير المالية أن الحل قريب."
    #expect(try speakers(body) == ["سليم العياري", "وزير المالية"])
  }

  @Test func ofTwoPersonsNoneIsMeantByANewTitle() throws {
    let body = """
      قال سليم العياري إن الوضع صعب. وقال كريم المنصوري إن الحل بعيد.
      وأضاف وزير المالية أن الحل قريب.
      """
    #expect(try speakers(body).last == "وزير المالية")
  }

  @Test func anAdjectiveAndACountryAreOne() throws {
    let article = try read("استقبل الوزير سفير فرنسا أمس.\nوقال السفير الفرنسي إن الوضع صعب.")
    #expect(
      try article.entity(called: "سفير فرنسا").id == article.entity(called: "السفير الفرنسي").id)
  }

  @Test func anotherCountrysIsAnother() throws {
    let article = try read("استقبل الوزير سفير فرنسا أمس.\nوقال السفير الألماني إن الوضع صعب.")
    #expect(
      try article.entity(called: "سفير فرنسا").id != article.entity(called: "السفير الألماني").id)
  }

  @Test func theHeadOfStateHasManyTitles() throws {
    let body = """
      قال الرئيس كريم المنصوري إن الوضع صعب.
      وقال رئيس الجمهورية إن الحل قريب. وأكد رئيس البلاد أن الأمن مستتب.
      """
    #expect(try Set(speakers(body)) == ["كريم المنصوري"])
  }

  @Test(arguments: [
    "قال رئيس الحكومة كريم المنصوري إن الوضع صعب.\nوقال الرئيس إن الحل قريب.",
    "قال نائب الرئيس كريم المنصوري إن الوضع صعب.\nوقال الرئيس إن الحل قريب.",
  ])
  func otherChairsAreNotThePresident(body: String) throws {
    #expect(try speakers(body).last == "الرئيس")
  }

  @Test func aMinistryIsMeantByItsNoun() throws {
    let article = try read("نفت وزارة الداخلية الخبر.\nوقالت الوزارة إن الوضع عادي.")
    #expect(
      try article.entity(called: "وزارة الداخلية").id == article.entity(called: "الوزارة").id)
  }

  @Test func whomTheTitleCountsTheBodyCounts() throws {
    let article = try read("أصيب 6 تلاميذ في حادث مرور.", title: "إصابة 6 تلاميذ في نابل")
    let pupils = article.parsed.entities.filter { $0.name == "6 تلاميذ" }
    #expect(pupils.count == 1)
    #expect(pupils.first?.mentions.count == 2)
  }

  @Test func theArticleThatLamTakesInIsPartOfTheName() throws {
    let article = try read("قدمت فرنسا مساعدات للحرس الوطني.")
    #expect(article.parsed.entities.contains { $0.name == "الحرس الوطني" })
    #expect(article.parsed.entities.allSatisfy { !$0.name.hasPrefix("لحرس") })
  }

  @Test func whatCountsACountryIsNoPartOfItsName() throws {
    let article = try read("وقعت انفجارات في كل من سوريا واليمن.")
    #expect(article.parsed.entities.contains { $0.name == "سوريا" && $0.country == "SYR" })
  }

  @Test func aVerbalNounWithTheArticleIsNoAdjectiveOfWhoActs() throws {
    let article = try read("ألقى الجيش الجزائري القبض على ثلاثة رجال.")
    #expect(try article.entity(called: "الجيش الجزائري").country == "DZA")
    let signed = try read("وقعت الحكومة الاتفاق مع فرنسا.")
    #expect(try signed.entity(called: "الحكومة").sector == "GOV")
  }

  @Test func aRelativeAdjectiveBehindAThingIsNoPerson() throws {
    let article = try read("أدانت الحكومة الهجوم الإرهابي في المدينة.")
    #expect(article.parsed.entities.allSatisfy { $0.kind != .person })
  }

  @Test func anOwnedPluralIsNoRank() throws {
    let article = try read("أخلت الشرطة المطعم من رواده.")
    #expect(article.parsed.entities.allSatisfy { $0.sector != "MIL" })
  }

  @Test func regionsBehindInAreNoBodies() throws {
    let article = try read("قتل ثلاثة رجال في ولايات نابل وسوسة.")
    let region = try #require(article.parsed.entities.first { $0.name.hasPrefix("ولايات") })
    #expect(region.kind == .place)
  }
}
