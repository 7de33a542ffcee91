internal import ArabicText
internal import Contracts

extension Analysis {
  /// Whether a noun phrase's ending lets it be a subject: no indefinite accusative («شهودا»), no
  /// dual or sound plural in ين.
  func canBeSubject(_ mention: Mention) -> Bool {
    if mention.hasNumber || mention.name?.lowerBound == mention.head { return true }
    if text.tokens[mention.head].spelling.contains(.tanwin) { return false }
    let endings = nominalEndings(mention.head)
    let isDefinite = mention.isDefinite
    return endings.isEmpty
      || endings.contains { features in
        // «رئيسا» is "two presidents of …" only before a genitive.
        if features.isSuperset(of: [.dual, .construct]), !isDefinite { return false }
        return features.isDisjoint(with: [.accusative, .oblique])
      }
  }

  /// Whether a verb's form agrees with a noun phrase as its subject.
  ///
  /// - Parameter before: whether the noun phrase stands before the verb, which then agrees in
  ///   number too.
  func agrees(_ verb: Int, with mention: Mention, before: Bool) -> Bool {
    var isVerb = false
    for reading in readings.values(words[verb].readings) where reading.category == .verb {
      if agrees(reading.features, with: mention, before: before) { return true }
      isVerb = true
    }
    return !isVerb
  }

  private func agrees(_ features: Features, with mention: Mention, before: Bool) -> Bool {
    if features.contains(.firstPerson) { return false }
    let isPluralVerb = !features.isDisjoint(with: [.plural, .dual])
    if isPluralVerb && !before { return false }
    let isPlural = !mention.features.isDisjoint(with: [.plural, .dual]) || mention.hasNumber
    if isPluralVerb {
      if isPlural { return true }
      switch mention.kind {
      case .group, .organization, .other: return true
      default: return false
      }
    }
    if before, isHumanPlural(mention), !mention.hasNumber {
      // «الأطراف ستلتزم», «القوات انسحبت»: broken plurals of bodies take the feminine.
      return features.contains(.feminine)
        && mention.features.isDisjoint(with: [.nominative, .oblique])
    }
    guard let isFeminine = gender(mention) else { return true }
    return features.contains(.feminine) == isFeminine
  }

  private func isHumanPlural(_ mention: Mention) -> Bool {
    mention.isHuman && mention.features.contains(.plural)
  }

  /// «السلطات», «القوات»: a plural in ات, whichever of its readings was taken.
  private func isFemininePlural(_ token: Int) -> Bool {
    text.letters(token).suffix(2).elementsEqual([Letter.alef, Letter.ta]) && isPlural(token)
  }

  /// «20 ألف شخص» is no subject of «طهرت»: men counted by a bare number take the masculine.
  private func genderOfCounted(_ mention: Mention) -> Bool? {
    let first = mention.tokens.lowerBound
    guard words[first].tag == .number || numberAt[first] >= 0, mention.isHuman,
      mention.features.isDisjoint(with: [.plural, .feminine]),
      !text.tokens[mention.head].spelling.contains(.taMarbuta)
    else { return nil }
    return false
  }

  /// Whether a noun phrase is feminine for its verb; nil where that is open.
  func gender(_ mention: Mention) -> Bool? {
    if mention.hasNumber { return genderOfCounted(mention) }
    if mention.features.contains(.plural) { return mention.isHuman ? nil : true }
    if mention.name?.lowerBound == mention.head,
      mention.kind == .country || mention.kind == .place || mention.lexiconName != nil
    {
      return nil
    }
    if isFemininePlural(mention.head) { return true }
    if mention.kind == .person, mention.title == nil { return nil }
    if mention.features.contains(.feminine) { return true }
    let token = text.tokens[mention.head]
    if token.spelling.contains(.taMarbuta) { return true }
    // A known masculine noun is masculine; an unknown one may be anything.
    return words[mention.head].readings.isEmpty ? nil : false
  }
}
