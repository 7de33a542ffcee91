internal import ArabicText

extension Analysis {
  /// Chooses between verb, function word and noun for one token that may be a verb; what any other
  /// is its form tells.
  func choose(_ index: Int) {
    let word = words[index]
    guard !word.readings.isEmpty else {
      if looksLikeVerb(index) { words[index].tag = .verb }
      return
    }
    let categories = word.categories
    let function = categories.contains(.function) ? memory.bestFunction(word.readings) : nil
    let verb = word.readings.first { readings[$0].category == .verb }
    let nominal = word.readings.first { readings[$0].category.isNominal }
    let chosen: Int
    if let function, verb == nil || !prefersVerb(index, over: function) {
      chosen = function
    } else if let verb, nominal == nil || isVerb(index, verb: verb) {
      if startsName(index) {
        words[index].tag = .noun
        words[index].clitics = readings[verb].clitics.intersection([.wa, .fa])
        return
      }
      chosen = verb
    } else {
      chosen = nominal ?? verb ?? word.readings.lowerBound
    }
    words[index].chosen = chosen
    words[index].clitics = readings[chosen].clitics
    words[index].tag = Tag(readings[chosen].category)
  }

  /// Whether a country, region or a name of several words begins here: names beat verbs.
  private func startsName(_ index: Int) -> Bool {
    guard beginsPhrase(index, .name) else { return false }
    return phrases(at: index).contains { match in
      guard match.value.category == .name else { return false }
      if match.tokens.count > 1 { return true }
      switch lexicon.names[Int(match.value.entry)].nameClass {
      case .country, .region, .capital, .water: return true
      default: return false
      }
    }
  }

  /// «فقد» before a past verb is the particle, «كان» is never ك + أن, nor «وكانت» و + ك + أنت.
  private func prefersVerb(_ index: Int, over function: Int) -> Bool {
    let functionClass = self.function(readings[function])?.functionClass
    if functionClass == .according { return false }
    // «يفترض أن» is "supposedly", «يفترض المقال أن» is what an article does.
    if functionClass == .maybe || functionClass == .expected, readings[function].clitics.isEmpty,
      index + 1 < words.count
    {
      return !opensComplement(index + 1)
    }
    let clitics = readings[function].clitics
    if !clitics.isDisjoint(with: .preposition) {
      let verb = words[index].readings.first { readings[$0].category == .verb }
      if let verb, readings[verb].clitics.isDisjoint(with: .preposition) { return true }
    }
    // «وفي» with its ya is no «وفى».
    let isSpelt = words[index].readings.contains {
      readings[$0].category == .verb && !readings[$0].features.contains(.passive)
        && text.tokens[index].spelling.equals(readings[$0].reading.spelling)
    }
    return isSpelt && !clitics.isEmpty
      && readings[words[index].readings.lowerBound].clitics.isEmpty
      && !(functionClass == .done && isPastVerb(index + 1))
  }

  private func opensComplement(_ index: Int) -> Bool {
    words[index].readings.contains {
      function(readings[$0])?.functionClass == .complement
    }
  }

  private func isPastVerb(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    return words[index].readings.contains {
      readings[$0].category == .verb && readings[$0].features.contains(.past)
    }
  }

  /// Whether a word that may be both is the verb here.
  private func isVerb(_ index: Int, verb: Int) -> Bool {
    // The kind of the token before decides, an opening bracket and quotation mark passed over.
    var neighbour = index - 1
    while neighbour > 0, neighbour > index - 3,
      text.tokens[neighbour].isMark("(") || text.tokens[neighbour].isMark("\"")
    {
      neighbour -= 1
    }
    let token = text.tokens[index]
    if token.spelling.contains(.taMarbuta) || token.spelling.contains(.tanwin) { return false }
    if readings[verb].clitics.contains(.sa) { return true }
    // «ألف مسؤول» is not "I wrap": the first person stands behind a particle.
    if readings[verb].features.isSuperset(of: [.firstPerson, .imperfect]),
      !readings[verb].features.contains(.plural)
    {
      return index > 0 && chosenFunction(index - 1).map { $0.preposition == nil } ?? false
    }
    if readings[verb].clitics.contains(.wa), isJoinedToMasdar(index, readings[verb]) {
      return false
    }
    // «قتلا» is rather a noun, but behind «شخصين».
    if readings[verb].features.isSuperset(of: [.dual, .past]) {
      return neighbour > 0 && opensStatement(neighbour)
        && nominalEndings(neighbour).contains { $0.contains(.dual) }
    }
    guard neighbour >= 0 else { return verbStarts(index) }
    let before = words[neighbour]
    if text.tokens[neighbour].kind == .lineBreak { return verbStarts(index) }
    switch before.tag {
    case .function:
      guard let word = chosenFunction(neighbour) else { return true }
      switch word.functionClass {
      // «غير صالح» negates a noun.
      case .negation where text.letters(neighbour).elementsEqual(Self.other): return false
      // «حسبما ذكر», but «حسب ذكر».
      case .according: return word.endsInMa
      case .preposition, .timePreposition, .quantifier, .demonstrative, .agent: return false
      default: return true
      }
    case .verb where isAuxiliary(neighbour) && readings[verb].features.contains(.past):
      // «بعد أن كان خطف»
      return true
    case .verb:
      // A finite verb is followed by its subject or object, but for auxiliaries with imperfects.
      return readings[verb].features.contains(.imperfect)
        && !readings[verb].clitics.contains(.wa) || readings[verb].clitics.contains(.wa)
    case .noun, .unknown, .nationality, .given:
      if isMeantByLightVerb(index) { return false }
      if readings[verb].features.contains(.past), opensStatement(neighbour) { return true }
      if readings[verb].clitics.contains(.wa) { return verbStarts(index) }
      if readings[verb].features.contains(.imperfect) { return true }
      // «تصريح نقلته وكالة», not "its transfer": who did it follows.
      if readings[verb].clitics.contains(.pronoun), namesActor(index + 1) { return true }
      let isDefinite =
        before.clitics.contains(.article) || !before.clitics.isDisjoint(with: .anyPronoun)
        || before.tag == .given
      return isDefinite && verbStarts(index)
    case .number: return false
    default: return verbStarts(index)
    }
  }

  private static let other = Letter.fold("غير")

  /// Whether a word begins the noun phrase of a person or body.
  private func namesActor(_ index: Int) -> Bool {
    guard words.indices.contains(index) else { return false }
    return words[index].readings.contains {
      [.organizationNoun, .title, .personNoun].contains(readings[$0].category)
    } || startsName(index)
  }

  /// At the head of a clause a homograph of verb and noun is the verb unless what follows is in
  /// the genitive for sure: a noun with the article behind one without is more often «بحث الرئيس»
  /// than «بحث القضية» when the verb is one of the press.
  private func verbStarts(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = text.tokens[index + 1]
    if next.kind == .lineBreak || next.isMark(".") || next.isMark(":") { return false }
    return true
  }

  /// Unknown words of imperfect shape after a particle that only verbs follow, or long ones with
  /// ya, are verbs of no known kind: they part clauses.
  private func looksLikeVerb(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word, words[index].readings.isEmpty else { return false }
    let letters = text.letters(index)
    guard let first = letters.first, letters.count >= 4 else { return false }
    if text.tokens[index].spelling.contains(.taMarbuta) { return false }
    if index > 0, let before = chosenFunction(index - 1) {
      switch before.functionClass {
      case .negationPast, .negationFuture, .future, .done, .maybe:
        return first == Letter.ya || first == Letter.ta || before.functionClass == .done
      default: break
      }
    }
    guard first == Letter.ya, letters[letters.count - 2] == Letter.waw else { return false }
    return letters.last == Letter.nun || letters.last == Letter.alef
  }

  /// The function word that a token was read as.
  @inline(__always)
  func chosenFunction(_ index: Int) -> FunctionWord? {
    guard words.indices.contains(index), words[index].tag == .function else { return nil }
    return functionWord(index)
  }

  private func functionWord(_ index: Int) -> FunctionWord? {
    if let phrase = words[index].phrase { return lexicon.functions[phrase] }
    guard let chosen = words[index].chosen
    else { return nil }
    return function(readings[chosen])
  }

  @inline(__always)
  func function(_ reading: CutReading) -> FunctionWord? {
    reading.category == .function ? lexicon.functions[reading.entry] : nil
  }

  /// The first reading of a token in a category, whichever was chosen.
  @inline(__always)
  func reading(_ index: Int, _ category: Category) -> CutReading? {
    guard words.indices.contains(index), words[index].categories.contains(category) else {
      return nil
    }
    return firstReading(index, category)
  }

  private func firstReading(_ index: Int, _ category: Category) -> CutReading? {
    for reading in words[index].readings where readings[reading].category == category {
      return readings[reading]
    }
    return nil
  }

  /// The reading that a token's context chose.
  @inline(__always)
  func chosen(_ index: Int) -> CutReading? {
    guard words.indices.contains(index) else { return nil }
    return words[index].chosen.map { readings[$0] }
  }
}
