import Testing

/// Where a person's name begins and ends, and by what it is known as one.
@Suite struct PersonNameTests {
  @Test(arguments: [
    ("قال سمير القنطار إن الوضع صعب", "سمير القنطار"),
    ("التقى برويز مشرف في القصر", "برويز مشرف"),
    ("وصل فهد الشاعر، أمس", "فهد الشاعر"),
  ])
  func aFamilyNameThatIsAlsoAWordEndsAName(text: String, name: String) throws {
    #expect(try NamesRead.persons(in: text) == [name])
  }

  @Test(arguments: ["استقبل سمير الوزير الجديد", "جلس سمير خلف الباب"])
  func aWordThatGovernsOrLeadsOnIsNoFamilyName(text: String) throws {
    #expect(try NamesRead.persons(in: text) == ["سمير"])
  }

  @Test func aFamilyNameAloneIsAWord() throws {
    #expect(try NamesRead.persons(in: "أضاء القنطار الطريق في الليل").isEmpty)
  }

  @Test func lettersTellAWordsOwnWawFromAnd() throws {
    let own = "قال كريستوفر والكين إن الفيلم جيد"
    #expect(try NamesRead.persons(in: own) == ["كريستوفر والكين"])
    let joined = "قال كريستوفر وكوركوزاف إن الفيلم جيد"
    #expect(try NamesRead.persons(in: joined) == ["كريستوفر", "وكوركوزاف"])
  }

  @Test(arguments: [
    "زار سعد بن أبي وقاص المدينة", "قال علي بن أبي طالب كلمته",
  ])
  func anyWordBehindBinBelongsToTheName(text: String) throws {
    let name = try #require(NamesRead.persons(in: text).first)
    #expect(name.split(separator: " ").count == 4)
  }

  @Test func lettersThatLookLikeAPrepositionMayBeTheNames() throws {
    #expect(try NamesRead.persons(in: "قال مختار بالخيثر إن الفوز مهم") == ["مختار بالخيثر"])
  }

  @Test(arguments: [
    ("قدم علي الخطيب استقالته إلى الحكومة", ["علي الخطيب"]),
    ("اعتمد المجلس علي الخطة الجديدة إلي غد", []),
    ("عثروا أمس علي طريقة جديدة حتى الآن", []),
  ])
  func aliIsTheNameOnlyWhereItCanBe(text: String, names: [String]) throws {
    #expect(try NamesRead.persons(in: text) == names)
  }

  @Test func wordsUnlikeAnyNameAreNone() throws {
    #expect(try NamesRead.persons(in: "وقال مستشرفوها إن الوضع صعب").isEmpty)
    #expect(try NamesRead.persons(in: "وقال زندانوفيتش إن الوضع صعب") == ["زندانوفيتش"])
  }

  @Test func whoActsOrSpeaksIsAPersonByHisLetters() throws {
    #expect(try NamesRead.persons(in: "وهدد كوركوزاف بالانسحاب") == ["كوركوزاف"])
    #expect(try NamesRead.persons(in: "ضمن \"كوركوزاف\" مجموعته").isEmpty)
  }

  @Test func aSureNameIsKnownBeforeItsIntroduction() throws {
    let text = "السبتيوي يزور روما\nقال الوزير كريم السبتيوي إن الزيارة مهمة"
    #expect(try NamesRead.persons(in: text) == ["السبتيوي", "كريم السبتيوي"])
  }

  @Test func aHomographIsANameOnceTheArticleCallsSomebodySo() throws {
    let introduced = "قال نبيه بري إن المجلس جاهز. واجتمع السفير مع بري في القصر"
    #expect(try NamesRead.persons(in: introduced) == ["نبيه بري", "بري"])
    #expect(try NamesRead.persons(in: "واجتمع السفير مع بري في القصر").isEmpty)
  }

  @Test func aSurnameWithTheArticleIsKnownBehindAbd() throws {
    let text = "صرح عبد الرزاق الرحال بذلك. وأضاف الرحال أن الطقس بارد"
    #expect(try NamesRead.persons(in: text) == ["عبد الرزاق الرحال", "الرحال"])
  }
}
