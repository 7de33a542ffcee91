import ArabicText
import Testing

@testable import EventExtraction

@Suite struct ReadWordsTests {
  let lexicon: Lexicon

  init() throws {
    let folder = try LexiconFolder([
      "verbs.tsv": [
        "أعلن|يعلن|-|-|-|STATE|-|-|said|-", "دعا|يدعو|-|-|-|REQUEST|-|obj|-|-",
        "التقى|يلتقي|-|-|-|CONSULT|-|obj|-|-", "رأى|يرى|-|-|-|-|-|-|-|-",
        "استقال|يستقيل|-|-|-|RETREAT|-|-|-|-",
      ],
      "event-nouns.tsv": ["زيارة|زيارات|CONSULT|-|-|-"],
      "titles.tsv": ["وزير|وزيرة|وزراء|GOV|office"],
    ])
    lexicon = try folder.lexicon()
  }

  func categories(_ word: String) -> Set<EventExtraction.Category> {
    let analysis = Analysis(lexicon: lexicon)
    analysis.begin(word)
    analysis.readWords()
    return Set(analysis.words[0].readings.map { analysis.readings[$0].category })
  }

  @Test(arguments: [
    ("أعلن", "يعلن"), ("دعا", "يدعو"), ("التقى", "يلتقي"), ("رأى", "يرى"),
    ("استقال", "يستقيل"),
  ])
  func verbIsFoundUnderAllThatItMayCarry(past: String, imperfect: String) {
    var forms = FormList()
    #expect(VerbInflection.inflect(past: past, imperfect: imperfect, into: &forms))
    var words: Set<String> = []
    forms.withEach { letters, features, _ in
      // What news does not tell is not read: women in the plural, and "I" without its hamza.
      if features.isSuperset(of: [.feminine, .plural]) { return }
      if features.isSuperset(of: [.firstPerson, .imperfect]) { return }
      let stem = Letter.text(letters)
      let takesSa = features.contains(.imperfect) && !features.contains(.jussive)
      let takesPronoun = !stem.hasSuffix("وا")
      var endings = takesPronoun ? ["ه", "ها", "هم", "هما"] : []
      if !features.contains(.beforePronoun) { endings.append("") }
      for prefix in takesSa ? ["", "و", "ف", "س", "وس", "فس"] : ["", "و", "ف"] {
        for ending in endings { words.insert(prefix + stem + ending) }
      }
    }
    #expect(words.count > 250)
    for word in words { #expect(categories(word).contains(.verb), "\(word)") }
  }

  @Test(arguments: [
    "زيارة", "الزيارة", "وبالزيارة", "للزيارة", "زيارته", "بزيارتها", "ولزيارتهم", "زيارات",
    "فالزيارات", "زيارتان", "بالزيارتين", "زيارتي",
  ])
  func eventNounIsFoundUnderAllThatItMayCarry(word: String) {
    #expect(categories(word).contains(.eventNoun))
  }

  @Test(arguments: [
    "وزير", "الوزير", "للوزير", "وزيرا", "وزيرها", "وزيرة", "الوزيرة", "وزيرتها", "وزراء",
    "وزرائه", "وزراؤها", "بالوزراء", "ووزيران", "كوزير",
  ])
  func titleIsFoundUnderAllThatItMayCarry(word: String) {
    #expect(categories(word).contains(.title))
  }

  @Test(arguments: ["الأعلن", "سأعلنت", "بيعلن", "الوزيرا", "سوزير", "وزيرةها"])
  func whatGrammarForbidsIsNotFound(word: String) {
    #expect(categories(word).isEmpty)
  }
}
