internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// Deaths and injuries are an attack's or an accident's by what the sentence names as their cause,
  /// else by what was told before: «أصيب 5 في حادث», «مقتل جندي في انفجار عبوة».
  func settleHarm() {
    guard events.indices.contains(where: isCasualty) else { return }
    let cues = harmCues(in: sentence)
    for index in events.indices where isCasualty(index) {
      let trigger = events[index].trigger
      let nearest = cues.min { distance($0.token, trigger) < distance($1.token, trigger) }
      guard let type = nearest?.type ?? deed() ?? harmToldBefore(), type != events[index].type
      else { continue }
      events[index].type = type
      events[index].mode = nil
    }
    if let first = cues.first { topic.harm = first.type }
  }

  /// What the sentence tells besides its deaths and injuries.
  private func deed() -> EventType? {
    let index = events.indices.first {
      (events[$0].type == .assault || events[$0].type == .incident) && !isCasualty($0)
    }
    return index.map { events[$0].type }
  }

  /// The cause of the deaths and injuries told last; before the first of them that which the article
  /// named first.
  private func harmToldBefore() -> EventType? {
    while topic.harm == nil, searchedForHarm < sentence {
      if analysis.sentences[searchedForHarm].kind != .dateline {
        topic.harm = harmCues(in: searchedForHarm).first?.type
      }
      searchedForHarm += 1
    }
    return topic.harm
  }

  /// What stands behind the word tells its cause rather than what stands before it.
  private func distance(_ cue: Int, _ trigger: Int) -> Int {
    cue > trigger ? cue - trigger : 2 * (trigger - cue) + 4
  }

  private func isCasualty(_ index: Int) -> Bool {
    guard events[index].type == .assault || events[index].type == .incident,
      events[index].actors.isEmpty
    else { return false }
    switch lexicon.predicates[events[index].predicate].harm {
    case .none: return false
    case .casualty: return true
    case .fall: return !events[index].recipients.isEmpty
    }
  }

  private func harmCues(in sentence: Int) -> [(token: Int, type: EventType)] {
    var cues: [(token: Int, type: EventType)] = []
    for token in analysis.sentences[sentence].tokens where analysis.text.tokens[token].kind == .word
    {
      guard let type = Self.causes[analysis.stems[token]] else { continue }
      // «حوادث عنف», «حادث إطلاق نار»: the word behind says what happened.
      let next = token + 1
      if type == .incident, analysis.sentences[sentence].tokens.contains(next),
        Self.causes[analysis.stems[next]] == .assault
      {
        continue
      }
      cues.append((token, type))
    }
    return cues
  }

  private static let causes = WordMap<EventType>(
    [
      (
        .assault,
        "هجوم هجمات هجومات اعتداء اعتداءات قصف غارة غارات تفجير تفجيرات رصاص رصاصة رصاصات عبوة عبوات"
          + " قنبلة قنابل مفخخة ملغومة ناسف ناسفة لغم ألغام صاروخ صواريخ قذيفة قذائف طعن طعنة طعنات سكين"
          + " اشتباك اشتباكات معركة معارك مواجهات اغتيال مجزرة مذبحة كمين انتحاري انتحارية إرهابي"
          + " إرهابية مسلح مسلحون مسلحين نار نيران دهس عملية عمليات ضربة ضربات صدامات عنف عدوان تعذيب"
          + " سطو"
      ),
      (
        .incident,
        "حادث حادثة حوادث اصطدام تصادم حريق حرائق زلزال غرق انهيار تسمم فيضان فيضانات سيول إعصار"
          + " عاصفة تدافع تحطم انزلاق اختناق صاعقة هزة أمطار ثلوج شاحنة حافلة قطار وباء مرض فيروس"
          + " مركب قارب زورق"
      ),
    ])
}

extension Predicate.Harm {
  init(of lemma: String) { self = Self.lemmas[lemma] ?? .none }

  private static let lemmas: [String: Predicate.Harm] = [
    "إصابة": .casualty, "مصرع": .casualty, "جرح": .casualty, "مقتل": .casualty, "قتل": .casualty,
    "أصاب": .casualty, "هلاك": .casualty, "مات": .casualty, "سقوط": .fall, "سقط": .fall,
  ]
}
