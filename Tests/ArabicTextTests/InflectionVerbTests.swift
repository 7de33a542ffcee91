import ArabicText
import Testing

@Suite struct InflectionVerbTests {
  @Test(arguments: [
    ("أعلن", "يعلن", "أعلن أعلنت أعلنا أعلنوا أعلنّا يعلن تعلن نعلن يعلنان يعلنون يعلنوا"),
    ("قال", "يقول", "قال قالت قالوا قالا قلت قلنا قلن يقول تقول نقول يقولون يقولوا"),
    ("دعا", "يدعو", "دعا دعت دعوا دعوت دعونا يدعو تدعو ندعو يدعون يدعوا"),
    ("التقى", "يلتقي", "التقى التقت التقوا التقيا التقينا يلتقي تلتقي نلتقي يلتقون يلتقيان"),
    ("بدأ", "يبدأ", "بدأ بدأت بدأوا بدؤوا بدءوا بدأنا يبدأ تبدأ نبدأ يبدأون يبدؤون"),
    ("رأى", "يرى", "رأى رأت رأوا رأيا رأينا يرى ترى نرى يرون يروا يريان"),
    ("وصل", "يصل", "وصل وصلت وصلوا وصلنا يصل تصل نصل يصلون يصلوا"),
    ("شارك", "يشارك", "شارك شاركت شاركوا شاركا يشارك تشارك نشارك يشاركون يشاركان"),
    ("استقال", "يستقيل", "استقال استقالت استقالوا استقلت يستقيل تستقيل يستقيلون"),
    ("مد", "يمد", "مد مدت مدوا مدا يمد تمد نمد يمدون يمدوا"),
    ("بقي", "يبقى", "بقي بقيت بقوا بقيا بقينا يبقى تبقى يبقون"),
  ])
  func paradigmIsWhole(past: String, imperfect: String, words: String) {
    let forms = verb(past, imperfect)
    for word in words.split(separator: " ") {
      #expect(forms.has(String(word)), "\(past): \(word)")
    }
  }

  @Test(arguments: [
    ("قال", "يقول", "يقل"), ("دعا", "يدعو", "يدع"), ("التقى", "يلتقي", "يلتق"),
    ("استقال", "يستقيل", "يستقل"), ("أعلن", "يعلن", "يعلنوا"),
  ])
  func shortFormsAreJussive(past: String, imperfect: String, word: String) {
    #expect(verb(past, imperfect).has(word, [.imperfect, .jussive]))
  }

  @Test(
    arguments: [
      ("قال", "يقول", "قيل", "يقال"), ("دعا", "يدعو", "دعي", "يدعى"),
      ("استقال", "يستقيل", "استقيل", "يستقال"), ("وصل", "يصل", nil, "يوصل"),
      ("شاهد", "يشاهد", "شوهد", nil), ("التقى", "يلتقي", "التقي", nil),
    ] as [(String, String, String?, String?)])
  func passivesThatLettersShow(
    past: String, imperfect: String, passivePast: String?, passiveImperfect: String?
  ) {
    let forms = verb(past, imperfect)
    if let passivePast { #expect(forms.has(passivePast, [.past, .passive])) }
    if let passiveImperfect { #expect(forms.has(passiveImperfect, [.imperfect, .passive])) }
  }

  @Test func personsCarryTheirFeatures() {
    let forms = verb("أعلن", "يعلن")
    #expect(forms.has("أعلنت", [.past, .feminine]))
    #expect(forms.has("أعلنوا", [.past, .plural]))
    #expect(forms.has("أعلنو", [.past, .plural, .beforePronoun]))
    #expect(forms.has("تعلن", [.imperfect, .feminine]))
    #expect(forms.has("نعلن", [.imperfect, .firstPerson, .plural]))
    #expect(!forms.has("أعلنت", .imperfect))
  }

  @Test func weakPastBeforePronounIsWrittenWithAlef() {
    #expect(verb("التقى", "يلتقي").has("التقا", [.past, .beforePronoun]))
    #expect(verb("رأى", "يرى").has("رآ", [.past, .beforePronoun]))
    #expect(!verb("بقي", "يبقى").has("بقا"))
  }

  @Test func pastKeepsItsHamzaAndImperfectHasNone() {
    let forms = verb("أعلن", "يعلن")
    #expect(forms.filter { $0.features.contains(.past) }.allSatisfy { $0.spelling == .hamzaAbove })
    #expect(forms.filter { $0.features.contains(.imperfect) }.allSatisfy { $0.spelling == [] })
  }

  @Test(arguments: [("أعلن", "معلن"), ("أعلن", "يع"), ("و", "يقي"), ("", "")])
  func whatIsNoVerbHasNoForms(past: String, imperfect: String) {
    var list = FormList()
    #expect(!VerbInflection.inflect(past: past, imperfect: imperfect, into: &list))
    #expect(list.isEmpty)
  }

  @Test func commonestFormStandsFirst() {
    var list = FormList()
    #expect(VerbInflection.inflect(past: "أعلن", imperfect: "يعلن", into: &list))
    var order: [[UInt8]] = []
    list.withEach { letters, _, _ in order.append(Array(letters)) }
    #expect(order.first == Letter.fold("أعلن"))
  }
}
