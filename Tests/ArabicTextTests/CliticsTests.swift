import ArabicText
import Testing

@Suite struct CliticsTests {
  struct Cut: Hashable {
    var stem: String
    var clitics: Clitics
  }

  func cuts(_ word: String) -> [Cut] {
    var cuts: [Cut] = []
    Letter.fold(word).withUnsafeBufferPointer { letters in
      Segmentation.forEach(letters) { stem, clitics in
        cuts.append(Cut(stem: Letter.text(letters[stem]), clitics: clitics))
      }
    }
    return cuts
  }

  @Test(
    arguments: [
      ("وبالصين", "صين", [.wa, .bi, .article]), ("للدول", "دول", [.li, .article]),
      ("وللدول", "دول", [.wa, .li, .article]), ("سيزور", "يزور", .sa),
      ("وسيزور", "يزور", [.wa, .sa]), ("فقالت", "قالت", .fa), ("كالعادة", "عاده", [.ka, .article]),
      ("لقائهما", "لقائ", [.pronoun, .pronounPlural]),
      ("وبزيارتها", "زيارت", [.wa, .bi, .pronoun, .pronounFeminine]),
      ("بلادنا", "بلاد", .pronounOfSpeech), ("لهم", "لهم", []), ("قتلوه", "قتلو", .pronoun),
    ] as [(String, String, Clitics)])
  func cutStandsAmongTheCuts(word: String, stem: String, clitics: Clitics) {
    #expect(cuts(word).contains(Cut(stem: stem, clitics: clitics)))
  }

  @Test func wholeWordComesFirstAndNoCutTwice() {
    for word in ["وبالصين", "لقائهما", "وللدول", "سيزورها", "ولها", "بها"] {
      let cuts = cuts(word)
      #expect(cuts.first == Cut(stem: Letter.text(Letter.fold(word)), clitics: []))
      #expect(Set(cuts).count == cuts.count, "\(word)")
    }
  }

  @Test func noCutLeavesNothing() {
    for word in ["و", "ال", "وب", "لله", "ها", "بها", "وه", "كما", "س"] {
      #expect(cuts(word).allSatisfy { !$0.stem.isEmpty }, "\(word)")
    }
  }

  /// Every form of a verb and of a noun is cut out again under all that may be written onto it.
  @Test func everyFormIsFoundUnderItsClitics() {
    let prefixes: [(String, Clitics)] = [("", []), ("و", .wa), ("ف", .fa)]
    let pronouns: [(String, Clitics)] = [
      ("ه", .pronoun), ("ها", [.pronoun, .pronounFeminine]), ("هم", [.pronoun, .pronounPlural]),
      ("هما", [.pronoun, .pronounPlural]), ("نا", .pronounOfSpeech),
    ]
    var verbs: Set<Form> = []
    for (past, imperfect) in [
      ("أعلن", "يعلن"), ("قال", "يقول"), ("دعا", "يدعو"), ("التقى", "يلتقي"), ("مد", "يمد"),
    ] { verbs.formUnion(verb(past, imperfect)) }
    for form in verbs {
      let tenses: [(String, Clitics)] =
        form.features.contains(.imperfect) ? [("", []), ("س", .sa)] : [("", [])]
      let endings = form.features.contains(.beforePronoun) ? pronouns : [("", [])] + pronouns
      for (prefix, first) in prefixes {
        for (tense, second) in tenses {
          for (ending, third) in endings {
            expect(form, prefix + tense, ending, [first, second, third])
          }
        }
      }
    }
    let nouns = forms {
      NounInflection.inflect(singular: "زيارة", plurals: ["زيارات"], into: &$0)
      NounInflection.inflect(singular: "وزير", plurals: ["وزراء"], into: &$0)
    }
    for form in nouns where !form.features.contains(.beforePronoun) {
      for (prefix, first) in prefixes {
        expect(form, prefix + "بال", "", [first, .bi, .article])
        expect(form, prefix + "لل", "", [first, .li, .article])
      }
    }
  }

  func expect(_ form: Form, _ prefix: String, _ ending: String, _ clitics: [Clitics]) {
    let stem = Letter.text(form.letters)
    let all = clitics.reduce(into: Clitics()) { $0.formUnion($1) }
    #expect(
      cuts(prefix + stem + ending).contains(Cut(stem: stem, clitics: all)),
      "\(prefix)\(stem)\(ending)")
  }
}
