internal import ArabicText

/// What stands before a noun that names an event and says how it is meant.
enum NounGovernor: Sendable {
  /// Nothing that changes it.
  case none
  /// «بعد», «إثر»: it took place.
  case time
  /// «بسبب», «جراء»: it took place.
  case cause
  /// «بتهمة», «المتهم ب»: somebody is said to have done it.
  case accusation
  /// «ل», «من أجل»: it is meant to be.
  case purpose
  /// «نية», «قرار», «خطة».
  case intended
  /// «خطر», «احتمال», «مطالبة».
  case supposed
  case attempt
  case negated
  /// «مكافحة», «ظاهرة», «ذكرى»: it is spoken of, not told.
  case topic
}

extension SentenceReader {
  /// What governs the event noun at a token of a unit.
  func governor(of unit: Int, _ token: Int) -> NounGovernor {
    let first = units[unit].tokens.lowerBound
    if token > first {
      for before in (first..<token).reversed() {
        if let governor = Self.governors[analysis.stems[before]] { return governor }
      }
      if token > first + 1 { return .none }
    }
    guard unit > 0 else { return .none }
    let clitics = units[unit].clitics
    switch units[unit - 1].function {
    case .timePreposition: return .time
    case .cause: return .cause
    case .purpose: return .purpose
    case .negationNoun, .preventive: return .negated
    case .condition, .maybe: return .supposed
    default: break
    }
    if case .preposition = units[unit - 1].kind {
      for word in units[unit - 1].tokens {
        if let governor = Self.governors[analysis.stems[word]] { return governor }
      }
      return unit > 1 ? governor(behind: unit - 2) : .none
    }
    let isAttached = clitics.contains(.bi) || clitics.contains(.li)
    if isAttached, let governor = Optional(governor(behind: unit - 1)), governor != .none,
      governor != .topic
    {
      return governor
    }
    return clitics.contains(.li) && token == first ? .purpose : .none
  }

  /// What the last word of the unit before a preposition makes of what follows it.
  private func governor(behind unit: Int) -> NounGovernor {
    let token = units[unit].tokens.upperBound - 1
    switch units[unit].kind {
    case .mention, .other, .verb: break
    default: return .none
    }
    return Self.governors[analysis.stems[token]]
      ?? Self.governors[analysis.stems[units[unit].tokens.lowerBound]] ?? .none
  }

  private static let governors = WordMap<NounGovernor>(
    [
      (
        .accusation,
        "تهمة بتهمة تهم بتهم شبهة بشبهة شبهات اشتباه متهم متهمة متهمين متهمون متهمان اتهام اتهامات"
          + " مشتبه تورط متورط متورطين متورطون ضلوع ضالع ضالعين ادعاء ادعاءات مزاعم زعم اتهم يتهم"
          + " اتهمت تتهم اتهموا"
      ),
      (
        .supposed,
        "خطر مخاطر احتمال احتمالات إمكانية إمكان فرضية سيناريو سيناريوهات خشية مخافة مخاوف خوف تهديد"
          + " تهديدات توقع توقعات تحذير تحذيرات حال حالة صورة مطالبة مطالب مطلب مقترح اقتراح اقتراحات"
          + " ضرورة وجوب إلزامية أهمية لزوم إمكانات مساعي أمل رغبة"
      ),
      (
        .intended,
        "نية نيته نيتها عزم عزمه عزمها اعتزام خطة خطط مخطط مخططات مشروع تخطيط استعداد استعدادات"
          + " تحضير تحضيرات تحضيرا إعداد تمهيد تمهيدا استعدادا قرار موعد"
      ),
      (.attempt, "محاولة محاولات"),
      (.cause, "جراء نتيجة خلفية فعل بفعل سبب بسبب فضل بفضل"),
      (.negated, "عدم دون بدون تجنب تفادي تفاديا"),
      (
        .topic,
        "مكافحة مقاومة محاربة مناهضة مجابهة ظاهرة ظواهر مسألة مشكلة إشكالية موضوع مواضيع قضايا ثقافة"
          + " ضحايا ضحية أشكال شكل أنواع نوع مواجهة حماية قانون قوانين ذكرى وقاية تجريم نبذ تاريخ نظرية"
          + " سياسة سياسات لعبة فيلم أفلام كتاب رواية مسلسل حكاية فكرة معنى مفهوم منع حظر وقف إنهاء"
          + " تعريف مصطلح كلمة عبارة صفة حجم نسبة معدل معدلات عدد أعداد إحصائيات عقوبة جرائم حق أدوات"
          + " وسائل وسيلة آليات أساليب أسلوب مراكز مركز معسكر مصنع عمليات أعمال حالات مناهض خطورة درجة آثار أثر"
          + " مخلفات تداعيات انعكاسات طريقة كيفية إجراءات قواعد شروط"
      ),
    ])
}
