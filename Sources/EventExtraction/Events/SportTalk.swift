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

  /// «تظاهرة ثقافية», «تظاهرة صفاقس عاصمة الثقافة»: what the Maghreb's press calls a festival so.
  mutating func leaveOutFestivals() {
    let named = events.filter {
      $0.type == .protest && Self.festivals.contains(lexicon.predicates[$0.predicate].lemma)
    }
    guard !named.isEmpty else { return }
    let title = analysis.sentences.first.flatMap { $0.kind == .title ? $0.tokens : nil } ?? 0..<0
    guard
      [analysis.sentences[sentence].tokens, title].contains(where: { has($0, Self.culture) }),
      !has(analysis.sentences[sentence].tokens, Self.dissent)
    else { return }
    for event in named {
      turnDown(event.trigger, event.predicate, .festival)
      events.removeAll { $0.trigger == event.trigger }
    }
  }

  private func has(_ tokens: Range<Int>, _ words: Set<[UInt8]>) -> Bool {
    tokens.contains { token in
      analysis.text.tokens[token].kind == .word && words.contains(analysis.foldedStem(token))
    }
  }

  private static let festivals: Set<String> = ["تظاهرة"]
  private static let culture = stems(
    "ثقافة ثقافية ثقافي مهرجان معرض صالون مسرح مسرحية سينما سينمائية فن فنية فني فنانين موسيقى"
      + " موسيقية علمية تحسيسية سياحية رياضية تنشيطية دورة فعاليات ورشات تجارية اقتصادية سنوية دولية"
      + " ترفيهية تراث كتاب أطفال تكريم أفلام عروض منتدى")
  private static let dissent = stems(
    "ضد احتجاج احتجاجا احتجاجية متظاهر متظاهرون متظاهرين شعارات مطالب مطالبة رحيل تنديد شرطة أمن"
      + " غاز محتجين محتجون مناهضة")

  private static func stems(_ words: String) -> Set<[UInt8]> {
    Set(words.words.map { Letter.fold(String($0)) })
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
    has(analysis.sentences[sentence].tokens, Self.violence)
  }

  private static let violence = stems(
    "شرطة أمن أعوان رصاص عنف شغب جماهير جمهور مشجعون مشجعين أحباء أنصار إرهاب إرهابي إرهابية انتحاري"
      + " مسلح مسلحون مسلحين قنبلة سكين قتيل قتلى جرحى جيش مستشفى حجارة مقذوفات اعتداء سجن محكمة")
}
