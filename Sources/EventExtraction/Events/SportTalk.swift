internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// «سيطر الفريق على المباراة», «هاجم المنتخب مرمى ضيفه»: who plays attacks, wins and beats without
  /// doing so.
  func leaveOutPlay() {
    guard events.indices.contains(where: { isPlay(events[$0]) }), speaksOfSport, !speaksOfViolence
    else { return }
    leaveOut(.play, where: isPlay)
  }

  /// «تظاهرة ثقافية», «تظاهرة صفاقس عاصمة الثقافة»: what the Maghreb's press calls a festival so.
  func leaveOutFestivals() {
    guard events.indices.contains(where: { events[$0].type == .protest }),
      events.contains(where: mayBeFestival)
    else { return }
    let title = analysis.sentences.first.flatMap { $0.kind == .title ? $0.tokens : nil } ?? 0..<0
    guard
      [analysis.sentences[sentence].tokens, title].contains(where: { has($0, Self.culture) }),
      !has(analysis.sentences[sentence].tokens, Self.dissent)
    else { return }
    leaveOut(.festival, where: mayBeFestival)
  }

  private func isPlay(_ event: EventDraft) -> Bool {
    lexicon.predicates[event.predicate].isSportMetaphor
  }

  private func mayBeFestival(_ event: EventDraft) -> Bool {
    event.type == .protest && Self.festivals.contains(lexicon.predicates[event.predicate].lemma)
  }

  /// Turns down all that is told by a word of which an event is such.
  private func leaveOut(
    _ reason: Rejection.Reason, where isLeftOut: (EventDraft) -> Bool
  ) {
    for event in events.filter(isLeftOut) {
      turnDown(event.trigger, event.predicate, reason)
      events.removeAll { $0.trigger == event.trigger }
    }
  }

  private func has(_ tokens: Range<Int>, _ words: WordSet) -> Bool {
    tokens.contains { token in
      analysis.text.tokens[token].kind == .word && words.contains(analysis.stems[token])
    }
  }

  private static let festivals: Set<String> = ["تظاهرة"]
  private static let culture = WordSet(
    of: "ثقافة ثقافية ثقافي مهرجان معرض صالون مسرح مسرحية سينما سينمائية فن فنية فني فنانين موسيقى"
      + " موسيقية علمية تحسيسية سياحية رياضية تنشيطية دورة فعاليات ورشات تجارية اقتصادية سنوية دولية"
      + " ترفيهية تراث كتاب أطفال تكريم أفلام عروض منتدى")
  private static let dissent = WordSet(
    of:
      "ضد احتجاج احتجاجا احتجاجية متظاهر متظاهرون متظاهرين شعارات مطالب مطالبة رحيل تنديد شرطة أمن"
      + " غاز محتجين محتجون مناهضة")

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
    has(analysis.sentences[sentence].tokens, Self.violence)
  }

  private static let violence = WordSet(
    of:
      "شرطة أمن أعوان رصاص عنف شغب جماهير جمهور مشجعون مشجعين أحباء أنصار إرهاب إرهابي إرهابية انتحاري"
      + " مسلح مسلحون مسلحين قنبلة سكين قتيل قتلى جرحى جيش مستشفى حجارة مقذوفات اعتداء سجن محكمة")
}
