import Contracts
import Testing

/// The names of one sentence each; every case shows one phenomenon.
@Suite struct NamesTests {
  private func names(_ kinds: Set<Entity.Kind>, in text: String) throws -> [String] {
    try NamesRead.all(kinds, in: text)
  }

  private func persons(in text: String) throws -> [String] { try NamesRead.persons(in: text) }
  private func places(in text: String) throws -> [String] { try NamesRead.places(in: text) }

  @Test func aTitleIsNoPartOfAPersonsName() throws {
    #expect(try persons(in: "قال وزير الخارجية الصيني وانغ يي إن بلاده مستعدة") == ["وانغ يي"])
  }

  @Test func aSurnameMayHaveTheArticle() throws {
    #expect(try persons(in: "استقبل راشد الغنوشي الوفد") == ["راشد الغنوشي"])
  }

  @Test func particlesJoinAName() throws {
    #expect(
      try persons(in: "صرح محمد بن سلمان آل سعود بذلك") == ["محمد بن سلمان آل سعود"])
  }

  @Test func anUnknownWordBehindATitleIsAName() throws {
    #expect(try persons(in: "التقى الرئيس الزنبقي كوركوزاف الوفد").contains("كوركوزاف"))
  }

  @Test func anUnknownSubjectOfSpeechIsAPerson() throws {
    #expect(try persons(in: "وقال كوركوزاف إن الوضع صعب") == ["كوركوزاف"])
  }

  @Test func joinedPersonsAreTwoNames() throws {
    #expect(
      try persons(in: "اجتمع طوني بلير وجاك شيراك في لندن") == ["طوني بلير", "وجاك شيراك"])
  }

  @Test func aSurnameAloneIsKnownFromItsIntroduction() throws {
    #expect(
      try persons(in: "قال مراد كوركوزاف إن الوضع صعب. واستبعد كوركوزاف الحرب")
        == ["مراد كوركوزاف", "كوركوزاف"])
  }

  @Test func anOrdinalBelongsToAKing() throws {
    #expect(try persons(in: "وصل الملك عبدالله الثاني إلى عمان") == ["عبدالله الثاني"])
  }

  @Test func aHomographThatGovernsIsNoName() throws {
    #expect(try persons(in: "هنأ حمد أمير البلاد الفائزين").allSatisfy { !$0.contains("أمير") })
  }

  @Test func aCountryCarriesItsClitics() throws {
    #expect(try places(in: "الحوار بين إيران والصين") == ["إيران", "والصين"])
  }

  @Test func anAdjectiveIsNoCountry() throws {
    #expect(try places(in: "تلقى دعما ماليا من البنك بعد اتفاق مالي طويل").isEmpty)
  }

  @Test func theNounOfASettlementIsNoPartOfItsName() throws {
    #expect(try places(in: "وقع الانفجار في مدينة كوركوزان أمس") == ["كوركوزان"])
  }

  @Test func theNounOfALandmarkIsPartOfItsName() throws {
    #expect(try places(in: "هبطت الطائرة في مطار كوركوزان") == ["مطار كوركوزان"])
  }

  @Test func aBodyTakesItsComplement() throws {
    #expect(
      try names([.organization], in: "أعلنت جامعة الدول العربية موقفها") == ["جامعة الدول العربية"])
  }

  @Test func aPapersNounIsNoPartOfItsName() throws {
    #expect(try names([.organization], in: "ذكرت صحيفة \"كوركوز\" ذلك") == ["كوركوز"])
  }

  @Test func aMinistryIsNamedByItsFunctionAlone() throws {
    #expect(try names([.organization], in: "نفت وزارة الداخلية الخبر").isEmpty)
  }

  @Test func aPlaceBehindAPlayersNounIsItsTeam() throws {
    #expect(try names([.organization], in: "قال مدرب ليفربول إن الفوز مهم") == ["ليفربول"])
  }
}
