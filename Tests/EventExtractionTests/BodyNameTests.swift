import Testing

/// The names of bodies: where they end, and which of their words are only their kind.
@Suite struct BodyNameTests {
  @Test(arguments: [
    ("أعلنت محكمة العدل الدولية قرارها", "محكمة العدل الدولية"),
    ("نفى مكتب التحقيقات الفيدرالي الخبر", "مكتب التحقيقات الفيدرالي"),
    ("أعلن الاتحاد الدولي لكرة القدم قراره", "الاتحاد الدولي لكرة القدم"),
    ("درس في جامعة الملك فهد ثلاث سنوات", "جامعة الملك فهد"),
    ("أعلن حزب كوركوزيما موقفه", "حزب كوركوزيما"),
    ("اشتبك حزب الله اللبناني مع خصومه", "حزب الله"),
    ("أعلنت المحكمة العليا الأميركية قرارها", "المحكمة العليا الأميركية"),
  ])
  func aBodyHasItsWholeNameAndNoMore(text: String, name: String) throws {
    #expect(try NamesRead.bodies(in: text) == [name])
  }

  @Test func whatIsJoinedToAListedBodyIsNoPartOfIt() throws {
    #expect(try NamesRead.bodies(in: "رحب مجلس الأمن والصين بالقرار") == ["مجلس الأمن"])
  }

  @Test func aUnionOfStatesIsNamedByItsBody() throws {
    #expect(try NamesRead.bodies(in: "حضر وزراء دول مجلس التعاون الاجتماع") == ["مجلس التعاون"])
    #expect(try NamesRead.bodies(in: "حضر وزراء الدول العربية الاجتماع").isEmpty)
  }

  @Test(arguments: ["توقفت حركة المرور في العاصمة", "درسوا الخلايا الجذعية", "فاز بفرق شاسع"])
  func movementsCellsAndGapsAreNoBodies(text: String) throws {
    #expect(try NamesRead.bodies(in: text).isEmpty)
  }

  @Test func aShareIsCalledByItsCompany() throws {
    #expect(try NamesRead.bodies(in: "ارتفع سهم كوركوزاف إلى عشرة دراهم") == ["كوركوزاف"])
  }

  @Test func whatACompanysNounIntroducesIsItsName() throws {
    #expect(try NamesRead.bodies(in: "ذكرت شركة \"كوركوزا غروب\" الخبر") == ["كوركوزا غروب"])
  }

  @Test func apicturesAgencyStandsInBrackets() throws {
    #expect(try NamesRead.bodies(in: "مبان دمرها القصف (الفرنسية)") == ["الفرنسية"])
    #expect(try NamesRead.bodies(in: "تعلم اللغة الفرنسية").isEmpty)
  }

  @Test(arguments: [
    ("وقال مراسل الجزيرة إن الوضع صعب", ["الجزيرة"]),
    ("وقال المتحدث للجزيرة إن الوضع صعب", ["للجزيرة"]),
    ("سافر إلى الجزيرة في عطلة", []),
  ])
  func aMediumThatIsAlsoAWordNeedsAReport(text: String, names: [String]) throws {
    #expect(try NamesRead.bodies(in: text) == names)
  }

  @Test func aTeamThatIsAlsoACityNeedsAMatch() throws {
    let match = "فاز ليفربول على ضيفه برشلونة في مباراة مثيرة من بطولة أوروبا"
    #expect(try NamesRead.bodies(in: match).contains("ليفربول"))
    #expect(try NamesRead.bodies(in: "عقد اجتماع في ليفربول أمس").isEmpty)
    #expect(try NamesRead.places(in: "عقد اجتماع في ليفربول أمس") == ["ليفربول"])
  }
}
