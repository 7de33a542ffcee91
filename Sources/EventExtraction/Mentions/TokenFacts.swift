internal import ArabicText

/// What the lexicon and the passes before say of a token, gathered once for the pass over names.
struct TokenFacts: OptionSet, Sendable {
  let rawValue: UInt32

  static let time = TokenFacts(rawValue: 1 << 0)
  static let count = TokenFacts(rawValue: 1 << 1)
  static let title = TokenFacts(rawValue: 1 << 2)
  static let personNoun = TokenFacts(rawValue: 1 << 3)
  static let organizationNoun = TokenFacts(rawValue: 1 << 4)
  static let placeNoun = TokenFacts(rawValue: 1 << 5)
  static let given = TokenFacts(rawValue: 1 << 6)
  static let nationality = TokenFacts(rawValue: 1 << 7)
  /// Any other noun or adjective.
  static let noun = TokenFacts(rawValue: 1 << 8)
  static let verb = TokenFacts(rawValue: 1 << 9)
  static let function = TokenFacts(rawValue: 1 << 10)
  /// «بن», «أبو», «آل»: joins the words of a name.
  static let particle = TokenFacts(rawValue: 1 << 11)
  /// «شمال», «غربي».
  static let direction = TokenFacts(rawValue: 1 << 12)
  /// A verb in a form that reports words.
  static let speech = TokenFacts(rawValue: 1 << 13)
  /// Names an event of some type.
  static let event = TokenFacts(rawValue: 1 << 14)
  /// A title or a phrase that begins with one starts here.
  static let titleStart = TokenFacts(rawValue: 1 << 15)
  /// A word that only a team's name follows: «ضيفه», «مدرب».
  static let team = TokenFacts(rawValue: 1 << 16)
  /// «دي», «ولد»: joins words inside a name but begins none.
  static let linker = TokenFacts(rawValue: 1 << 17)
  /// «الدين», «الله»: ends the first part of a name.
  static let suffix = TokenFacts(rawValue: 1 << 18)
  /// «علي», which older print also writes for «على».
  static let ali = TokenFacts(rawValue: 1 << 19)
  /// A verbal noun, of an event or not.
  static let masdar = TokenFacts(rawValue: 1 << 20)

  /// A word of sports: «مباراة», «الدوري».
  static let sports = TokenFacts(rawValue: 1 << 21)
  /// Somebody who works for the medium named next: «مراسل», «موفد».
  static let reporter = TokenFacts(rawValue: 1 << 22)
  /// An event or document that is called by a place: «مؤتمر», «اتفاقية», «دوري أبطال».
  static let calledByPlace = TokenFacts(rawValue: 1 << 23)

  /// A family name that is also another word: a name only behind another.
  static let family = TokenFacts(rawValue: 1 << 24)

  /// «إلى», «حتى»: a word whose last letter tells whether the text writes «على» apart from «علي».
  static let writtenApart = TokenFacts(rawValue: 1 << 25)
  /// «بها», «لنا»: homographs of names without their hamza.
  static let prepositionWithPronoun = TokenFacts(rawValue: 1 << 26)

  /// A proper name may begin here; no other token has to be asked.
  static let mayBeginName = TokenFacts(rawValue: 1 << 27)
  /// One of the article's ``KnownWords``, perhaps behind a conjunction or preposition.
  static let called = TokenFacts(rawValue: 1 << 28)

  /// What lets a name begin with a word that the lexicon knows.
  static let beginsName: TokenFacts = [
    .particle, .linker, .ali, .given, .nationality, .organizationNoun, .placeNoun,
  ]
  /// A reading that is no personal name.
  static let otherSense: TokenFacts = [
    .title, .personNoun, .organizationNoun, .placeNoun, .nationality, .noun, .verb, .function,
  ]
  static let human: TokenFacts = [.title, .personNoun, .titleStart]
}

extension Analysis {
  /// Fills ``facts`` and the numbers that begin at each token.
  func gatherFacts() {
    facts.removeAll()
    facts.reserve(words.count)
    let forms = memory.forms.all
    for index in words.indices {
      let form = Int(words[index].form)
      guard form >= 0 else {
        facts.append([])
        continue
      }
      var fact = forms[form].facts
      if !fact.contains(.titleStart), text.tokens[index].kind == .word,
        beginsPhrase(index, .title)
      {
        fact.insert(.titleStart)
      }
      if mayBeginName(index, fact) { fact.insert(.mayBeginName) }
      facts.append(fact)
      if fact.contains(.suffix), index > 0 { facts[index - 1].insert(.mayBeginName) }
    }
    for time in times {
      for token in time.tokens where facts.indices.contains(token) { facts[token].insert(.time) }
    }
    numberAt.fill(-1, count: words.count)
    for (index, number) in numbers.enumerated().reversed()
    where facts.indices.contains(number.tokens.lowerBound) {
      facts[number.tokens.lowerBound].insert(.count)
      numberAt[number.tokens.lowerBound] = Int32(index)
    }
    var maqsura = 0
    var ya = 0
    for index in words.indices where facts[index].contains(.ali) {
      if text.tokens[index].spelling.contains(.alefMaqsura) { maqsura += 1 } else { ya += 1 }
    }
    writesAlaApart = maqsura > ya
  }

  /// Whether a proper name may begin with a word: one that no table lists, one that names begin with,
  /// or any behind a quotation mark. Before «الدين» any may too.
  private func mayBeginName(_ index: Int, _ fact: TokenFacts) -> Bool {
    !fact.isDisjoint(with: TokenFacts.beginsName) || words[index].readings.isEmpty
      || !phraseCategories[index].isDisjoint(with: [.init(.name), .init(.organizationNoun)])
      || index > 0 && text.tokens[index - 1].isQuote
  }

  /// Whether «على», «إلى» and «حتى» are written with a letter of their own among these tokens, so
  /// that «علي» is the name; nil where none of them stands there.
  func writesAlaApart(in tokens: Range<Int>) -> Bool? {
    var writesApart: Bool?
    for index in tokens {
      guard !facts[index].isDisjoint(with: [.ali, .writtenApart]) else { continue }
      if text.tokens[index].spelling.contains(.alefMaqsura) { return true }
      if !facts[index].contains(.ali) { writesApart = false }
    }
    return writesApart
  }
}

extension FormMemory {
  /// What a form is by its readings and by the closed classes of words.
  func facts(_ form: KnownForm) -> TokenFacts {
    var facts = NameWords.facts[form.key] ?? []
    if lexicon.familyNames.contains(form.key) { facts.insert(.family) }
    for reading in form.word.readings {
      let reading = readings[reading]
      switch reading.category {
      case .title: facts.insert([.title, .titleStart])
      case .personNoun: facts.insert(.personNoun)
      case .organizationNoun: facts.insert(.organizationNoun)
      case .placeNoun: facts.insert(.placeNoun)
      case .givenName: facts.insert(.given)
      case .nationality: facts.insert(.nationality)
      case .function: facts.insert(.function)
      case .verb:
        facts.insert(.verb)
        if lexicon.predicates[reading.entry].reports { facts.insert(.speech) }
      case .masdar, .eventNoun:
        facts.insert([.noun, .masdar])
        if lexicon.predicates[reading.entry].type != nil { facts.insert(.event) }
      default: facts.insert(.noun)
      }
    }
    return facts
  }
}
