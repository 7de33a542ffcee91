import ArabicText
import Testing

@Suite struct InflectionNounTests {
  func noun(_ singular: String, _ plurals: String...) -> Set<Form> {
    forms { NounInflection.inflect(singular: singular, plurals: plurals, into: &$0) }
  }

  func adjective(_ masculine: String, _ plurals: String...) -> Set<Form> {
    forms { NounInflection.inflect(adjective: masculine, plurals: plurals, into: &$0) }
  }

  @Test func nounWithTaMarbuta() {
    let forms = noun("زيارة", "زيارات")
    #expect(forms.has("زيارة", .feminine))
    #expect(forms.has("زيارت", [.feminine, .beforePronoun]))
    #expect(forms.has("زيارتان", [.feminine, .dual]))
    #expect(forms.has("زيارتي", [.feminine, .dual, .construct]))
    #expect(forms.has("زيارات", .plural))
    #expect(forms.first { $0.features == .feminine }?.spelling == .taMarbuta)
  }

  @Test func nounWithLastHamzaChangesItsSeat() {
    let forms = noun("لقاء", "لقاءات")
    #expect(forms.has("لقاء"))
    #expect(forms.has("لقائ", .beforePronoun))
    #expect(forms.has("لقاؤ", .beforePronoun))
    #expect(forms.has("لقاءات", .plural))
    #expect(!forms.has("لقاءا", .accusative))
  }

  @Test func brokenPluralInHamzaChangesItsSeat() {
    let forms = noun("وزير", "وزراء")
    #expect(forms.has("وزير"))
    #expect(forms.has("وزيرا", .accusative))
    #expect(forms.has("وزيران", .dual))
    #expect(forms.has("وزراء", .plural))
    #expect(forms.has("وزرائ", [.plural, .beforePronoun]))
    #expect(forms.has("وزراؤ", [.plural, .beforePronoun]))
  }

  @Test func soundPluralHasTwoCasesAndTheirConstructs() {
    let forms = noun("مهاجم", "مهاجمون")
    #expect(forms.has("مهاجمون", .plural))
    #expect(forms.has("مهاجمين", .plural))
    #expect(forms.has("مهاجمو", [.plural, .construct]))
    #expect(forms.has("مهاجمي", [.plural, .construct]))
  }

  @Test func shortPluralInWawAndNunIsNoSoundPlural() {
    let forms = noun("شأن", "شؤون")
    #expect(forms.has("شؤون", .plural))
    #expect(!forms.has("شؤين"))
  }

  @Test func alefMaqsuraBecomesAlefBeforePronouns() {
    let forms = noun("مستشفى")
    #expect(forms.has("مستشفا", .beforePronoun))
    #expect(!forms.has("مستشفىا", .accusative))
  }

  @Test func nisbaAdjectiveHasBothGendersAndNumbers() {
    let forms = adjective("صيني")
    for word in ["صيني", "صينية", "صينيون", "صينيين", "صينيات", "صينيان", "صينيتين"] {
      #expect(forms.has(word), "\(word)")
    }
    #expect(forms.has("صينيو", [.plural, .construct]))
    #expect(adjective("عربي", "عرب").has("عرب", .plural))
  }

  @Test func participleHasBothGendersAndNumbers() {
    let forms = adjective("معلن")
    for word in ["معلن", "معلنا", "معلنة", "معلنان", "معلنون", "معلنين", "معلنات"] {
      #expect(forms.has(word), "\(word)")
    }
  }

  @Test func participleOfWeakVerbGetsItsYaBack() {
    let forms = forms { NounInflection.inflect(defectiveParticiple: "داع", into: &$0) }
    for word in ["داع", "داعي", "داعيا", "داعية", "داعون", "داعين"] {
      #expect(forms.has(word), "\(word)")
    }
    let withYa = InflectionNounTests().adjective("معطي")
    #expect(
      ArabicTextTests.forms { NounInflection.inflect(defectiveParticiple: "معطي", into: &$0) }
        == withYa)
  }

  @Test func marksAloneMakeNoNoun() {
    #expect(noun("ـ", "ً").isEmpty)
  }
}
