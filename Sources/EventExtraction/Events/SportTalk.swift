internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «سيطر الفريق على المباراة», «هاجم المنتخب مرمى ضيفه»: who plays attacks, wins and beats without
  /// doing so.
  mutating func leaveOutPlay() {
    let play = events.filter { lexicon.predicates[$0.predicate].isSportMetaphor }
    guard !play.isEmpty, speaksOfSport, !speaksOfViolence else { return }
    for event in play {
      turnDown(event.trigger, event.predicate, .play)
      events.removeAll { $0.trigger == event.trigger }
    }
  }

  /// Whether two words of sport stand in the sentence, or one there and one in the title.
  private var speaksOfSport: Bool {
    let here = sportWords(analysis.sentences[sentence].tokens)
    if here > 1 { return true }
    guard here > 0, !isTitle else { return here > 0 }
    return analysis.sentences.first.map { $0.kind == .title && sportWords($0.tokens) > 0 } ?? false
  }

  private func sportWords(_ tokens: Range<Int>) -> Int {
    tokens.count { analysis.facts[$0].contains(.sports) }
  }

  /// «هاجم المشجعون الشرطة بعد المباراة»
  private var speaksOfViolence: Bool {
    analysis.sentences[sentence].tokens.contains { token in
      analysis.text.tokens[token].kind == .word
        && Self.violence.contains(analysis.foldedStem(token))
    }
  }

  private static let violence: Set<[UInt8]> = Set(
    [
      "شرطة", "أمن", "أعوان", "رصاص", "عنف", "شغب", "جماهير", "جمهور", "مشجعون", "مشجعين", "أحباء",
      "أنصار", "إرهاب", "إرهابي", "إرهابية", "انتحاري", "مسلح", "مسلحون", "مسلحين", "قنبلة", "سكين",
      "قتيل", "قتلى", "جرحى", "جيش", "مستشفى", "حجارة", "مقذوفات", "اعتداء", "سجن", "محكمة",
    ].map { Letter.fold($0) })
}
