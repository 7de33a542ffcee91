/// All forms of a verb that third-person prose uses, from its two principal parts.
///
/// The shape of the past tells the class: a last alef or alef maqsura is a weak third radical, an
/// alef before the last letter a weak second one. What vowels alone tell apart (most passives) is
/// one form here.
public struct VerbInflection {
  private let past: [UInt8]
  private let imperfect: [UInt8]
  private let pastSpelling: Spelling
  private let imperfectSpelling: Spelling
  private let isDefective: Bool
  private let isHollow: Bool
  private let endsInHamza: Bool
  private var forms = FormList()

  /// Adds the forms of a verb, active ones and the commonest first.
  ///
  /// - Parameters:
  ///   - past: third person masculine singular past, with its hamzas: «أعلن».
  ///   - imperfect: third person masculine singular imperfect: «يعلن».
  /// - Returns: false, with nothing added, where the two are no principal parts.
  public static func inflect(past: String, imperfect: String, into forms: inout FormList) -> Bool {
    guard var inflection = VerbInflection(past: past, imperfect: imperfect) else { return false }
    swap(&forms, &inflection.forms)
    inflection.addPast()
    inflection.addPassivePast()
    inflection.addImperfect(inflection.imperfect, [])
    inflection.addPassiveImperfect()
    swap(&forms, &inflection.forms)
    return true
  }

  private init?(past: String, imperfect: String) {
    self.past = Letter.fold(past)
    self.imperfect = Letter.fold(imperfect)
    pastSpelling = Spelling(of: past)
    imperfectSpelling = Spelling(of: imperfect)
    guard self.past.count >= 2, self.imperfect.count >= 3, self.imperfect[0] == Letter.ya else {
      return nil
    }
    let last = past.unicodeScalars.last?.value
    endsInHamza = last == 0x0623 || last == 0x0626 || last == 0x0621
    isDefective = last == 0x0627 || last == 0x0649 || last == 0x064A
    isHollow =
      !isDefective && self.past.count >= 3 && self.past[self.past.count - 2] == Letter.alef
      && last != 0x0621
  }

  private mutating func add(_ stem: [UInt8], _ ending: [UInt8], _ features: Features) {
    let principal = features.contains(.past) ? pastSpelling : imperfectSpelling
    var spelling =
      features.contains(.past) ? principal.intersection([.hamzaAbove, .hamzaBelow]) : []
    if ending.isEmpty, stem.last == Letter.alef {
      spelling.formUnion(principal.intersection(.finalHamza))
    }
    forms.add(stem, ending, features, spelling)
  }

  private mutating func addPast() {
    if isDefective {
      addDefectivePast(past, [])
    } else {
      addStrongPast(past, [])
      if isHollow {
        var short = past
        short.remove(at: past.count - 2)
        add(short, [Letter.ta], [.past, .firstPerson])
        add(short, [Letter.nun, Letter.alef], [.past, .firstPerson, .plural])
        add(short, [Letter.nun], [.past, .feminine, .plural])
      }
    }
  }

  private mutating func addStrongPast(_ stem: [UInt8], _ voice: Features) {
    let past = voice.union(.past)
    add(stem, [], past)
    add(stem, [Letter.ta], past.union(.feminine))
    add(stem, [Letter.alef], past.union(.dual))
    add(stem, [Letter.ta, Letter.alef], past.union([.dual, .feminine]))
    addPlural(stem, past)
    add(stem, [Letter.nun], past.union([.plural, .feminine]))
    add(stem, [Letter.nun, Letter.alef], past.union([.plural, .firstPerson]))
    if endsInHamza {
      for seat in [Letter.wawHamza, Letter.hamza] {
        addPlural(Array(stem.dropLast()) + [seat], past)
      }
    }
  }

  private mutating func addDefectivePast(_ stem: [UInt8], _ voice: Features) {
    let past = voice.union(.past)
    let base = Array(stem.dropLast())
    let keepsYa = stem.last == Letter.ya && !pastSpelling.contains(.alefMaqsura)
    add(stem, [], past)
    // «رآه»: the madda is hamza and alef in one letter.
    let long = base.last == Letter.alef ? [] : [Letter.alef]
    if !keepsYa { add(base, long, past.union(.beforePronoun)) }
    let feminine = keepsYa ? stem : base
    add(feminine, [Letter.ta], past.union(.feminine))
    add(feminine, [Letter.ta, Letter.alef], past.union([.feminine, .dual]))
    addPlural(base, past)
    let open = stem.last == Letter.alef ? base + [Letter.waw] : base + [Letter.ya]
    add(open, [Letter.alef], past.union(.dual))
    add(open, [Letter.ta], past.union(.firstPerson))
    add(open, [Letter.nun, Letter.alef], past.union([.firstPerson, .plural]))
    add(open, [Letter.nun], past.union([.feminine, .plural]))
  }

  private mutating func addPlural(_ base: [UInt8], _ features: Features) {
    add(base, [Letter.waw, Letter.alef], features.union(.plural))
    add(base, [Letter.waw], features.union([.plural, .beforePronoun]))
  }

  private mutating func addPassivePast() {
    var stem = past
    if isDefective {
      stem[stem.count - 1] = Letter.ya
      let voice: Features = [.past, .passive]
      add(stem, [], voice)
      add(stem, [Letter.ta], voice.union(.feminine))
      addPlural(Array(stem.dropLast()), voice)
    } else if isHollow {
      stem[stem.count - 2] = Letter.ya
      addStrongPast(stem, .passive)
    } else if stem.count == 4, stem[1] == Letter.alef {
      stem[1] = Letter.waw
      addStrongPast(stem, .passive)
    }
  }

  private mutating func addImperfect(_ stem: [UInt8], _ voice: Features) {
    let rest = Array(stem.dropFirst())
    let features = voice.union(.imperfect)
    addPerson(Letter.ya, rest, features)
    addPerson(Letter.ta, rest, features.union(.feminine))
    add([Letter.alef] + rest, [], features.union(.firstPerson))
    add([Letter.nun] + rest, [], features.union([.firstPerson, .plural]))
  }

  private mutating func addPerson(_ prefix: UInt8, _ rest: [UInt8], _ features: Features) {
    let stem = [prefix] + rest
    let base = isDefective ? Array(stem.dropLast()) : stem
    add(stem, [], features)
    if isDefective, stem.last == Letter.ya {
      add(base, [Letter.alef], features.union(.beforePronoun))
    }
    if isDefective { add(base, [], features.union(.jussive)) }
    if isHollow, stem.count >= 3 {
      add(Array(stem.dropLast(2)), [stem[stem.count - 1]], features.union(.jussive))
    }
    let dual = isDefective && stem.last == Letter.alef ? base + [Letter.ya] : stem
    add(dual, [Letter.alef, Letter.nun], features.union(.dual))
    add(dual, [Letter.alef], features.union([.dual, .jussive]))
    guard prefix == Letter.ya else { return }
    let plural = features.union(.plural)
    add(base, [Letter.waw, Letter.nun], plural)
    add(base, [Letter.waw, Letter.alef], plural.union(.jussive))
    add(base, [Letter.waw], plural.union([.jussive, .beforePronoun]))
    if endsInHamza {
      let seat = Array(base.dropLast()) + [Letter.wawHamza]
      add(seat, [Letter.waw, Letter.nun], plural)
      add(seat, [Letter.waw, Letter.alef], plural.union(.jussive))
    }
    let feminine = isDefective && stem.last == Letter.alef ? base + [Letter.ya] : stem
    add(feminine, [Letter.nun], plural.union(.feminine))
  }

  private mutating func addPassiveImperfect() {
    var stem = imperfect
    if isDefective, stem.last == Letter.waw || stem.last == Letter.ya {
      stem[stem.count - 1] = Letter.ya
      if stem != imperfect { addImperfect(stem, .passive) }
    } else if isHollow, stem[stem.count - 2] != Letter.alef {
      stem[stem.count - 2] = Letter.alef
      addImperfect(stem, .passive)
    } else if past.count == 3, past[0] == Letter.waw, stem.count == 3 {
      addImperfect([stem[0], Letter.waw] + stem[1...], .passive)
    }
  }
}
