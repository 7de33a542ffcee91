internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import Foundation

/// Verbs of saying that a treebank gives a subject and a clause: how many are events whose actor
/// is that subject.
struct ReportingVerbs {
  /// Lemmas with their vowels left out.
  private static let lemmas: Set<String> = [
    "قال", "صرح", "اعلن", "ذكر", "اضاف", "اوضح", "اكد", "كشف", "شرح", "كتب", "زعم", "افاد", "اشار",
    "ظن", "اعتقد", "راي", "راى", "اورد", "افترض", "تحدث", "اخبر", "حذر", "تابع", "نقل", "ادعي",
    "ادعى", "اعتبر", "لاحظ", "بين", "جادل", "علق", "توقع", "امل", "قدر",
  ]

  let extractor: Extractor

  func evaluate(_ file: URL) throws -> [Measure] {
    var asked = 0
    var found = 0
    var right = 0
    for sentence in TreebankSentence.all(
      String(decoding: try DataFiles.read(file), as: UTF8.self))
    {
      let reports = sentence.words.compactMap { report($0, in: sentence) }
      guard !reports.isEmpty else { continue }
      let parsed = extractor.extract(RawArticle(body: sentence.text), id: "sentence")
      asked += reports.count
      for report in reports {
        let events = parsed.events.filter {
          ($0.trigger.start..<$0.trigger.end).overlaps(report.verb)
        }
        if !events.isEmpty { found += 1 }
        let isRight = events.contains { event in
          event.participants.contains {
            $0.role == .actor && ($0.start..<$0.end).overlaps(report.subject)
          }
        }
        if isRight { right += 1 }
      }
    }
    let group = "reporting verbs with subject and clause"
    return [
      Measure(group, "found as an event", right: found, of: asked),
      Measure(group, "speaker right", right: right, of: asked),
    ]
  }

  private func report(
    _ word: TreebankSentence.Word, in sentence: TreebankSentence
  ) -> (verb: Range<Int>, subject: Range<Int>)? {
    guard word.tag == "VERB", Self.lemmas.contains(Self.bare(word.lemma)), let verb = word.range
    else { return nil }
    let dependents = sentence.dependents(of: word)
    guard dependents.contains(where: { ["ccomp", "parataxis"].contains($0.relation) }),
      let subject = dependents.first(where: { $0.relation == "nsubj" })?.range
    else { return nil }
    return (verb, subject)
  }

  private static func bare(_ lemma: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in lemma.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar == "ٱ" {
        bare.append("ا")
      } else if scalar.properties.canonicalCombiningClass == .notReordered {
        bare.append(scalar)
      }
    }
    return String(bare)
  }
}
