/// The written forms of a noun, participle or adjective, without the article.
public enum NounInflection {
  /// The forms of a noun from its singular and its plurals as written.
  ///
  /// Sound masculine plurals (ون) also give their other case and both construct forms; a plural
  /// that ends otherwise stands as it is.
  public static func forms(singular: String, plurals: [String] = []) -> [InflectedForm] {
    var forms = singularForms(singular)
    for plural in plurals { forms.formUnion(pluralForms(plural)) }
    return Array(forms)
  }

  /// The forms of a participle or an adjective in both genders: «معلن», «صيني».
  public static func adjective(_ masculine: String, plurals: [String] = []) -> [InflectedForm] {
    var forms = singularForms(masculine)
    let letters = Letter.fold(masculine)
    forms.formUnion(femaleForms(letters))
    forms.formUnion(pluralForms(letters + [Letter.waw, Letter.nun]))
    forms.formUnion(plain(letters + [Letter.alef, Letter.ta], [.plural, .feminine]))
    for plural in plurals { forms.formUnion(pluralForms(plural)) }
    return Array(forms)
  }

  /// The active participle of a verb with a weak last radical, «داع»: its ya comes back.
  public static func defectiveParticiple(_ indefinite: String) -> [InflectedForm] {
    let letters = Letter.fold(indefinite)
    guard letters.last != Letter.ya else { return adjective(indefinite) }
    let long = letters + [Letter.ya]
    var forms: Set<InflectedForm> = [.init(letters, []), .init(long, [])]
    forms.insert(.init(long + [Letter.alef], .accusative))
    forms.formUnion(femaleForms(long))
    forms.formUnion(pluralForms(letters + [Letter.waw, Letter.nun]))
    return Array(forms)
  }

  private static func singularForms(_ word: String) -> Set<InflectedForm> {
    let letters = Letter.fold(word)
    let spelling = Spelling(of: word)
    let initial = spelling.intersection([.hamzaAbove, .hamzaBelow])
    guard let last = letters.last else { return [] }
    if spelling.contains(.taMarbuta) {
      var forms = Set([InflectedForm(letters, .feminine, spelling)])
      let stem = Array(letters.dropLast()) + [Letter.ta]
      forms.insert(InflectedForm(stem, [.feminine, .beforePronoun], initial))
      forms.formUnion(dualForms(stem, .feminine, initial))
      return forms
    }
    var forms = Set([InflectedForm(letters, [], spelling)])
    forms.formUnion(dualForms(letters, [], initial))
    if spelling.contains(.alefMaqsura) {
      forms.insert(
        InflectedForm(Array(letters.dropLast()) + [Letter.alef], .beforePronoun, initial))
    } else if last == Letter.hamza, letters.dropLast().last == Letter.alef {
      for seat in [Letter.yaHamza, Letter.wawHamza] {
        forms.insert(InflectedForm(Array(letters.dropLast()) + [seat], .beforePronoun, initial))
      }
    } else if last != Letter.alef {
      forms.insert(InflectedForm(letters + [Letter.alef], .accusative, initial))
    }
    return forms
  }

  private static func dualForms(_ stem: [UInt8], _ gender: Features, _ initial: Spelling)
    -> Set<InflectedForm>
  {
    let dual = gender.union(.dual)
    return [
      .init(stem + [Letter.alef, Letter.nun], dual, initial),
      .init(stem + [Letter.ya, Letter.nun], dual, initial),
      .init(stem + [Letter.alef], dual.union(.construct), initial),
      .init(stem + [Letter.ya], dual.union(.construct), initial),
    ]
  }

  private static func femaleForms(_ stem: [UInt8]) -> Set<InflectedForm> {
    let long = stem + [Letter.ta]
    var forms = dualForms(long, .feminine, [])
    forms.insert(.init(stem + [Letter.ha], .feminine, .taMarbuta))
    forms.insert(.init(long, [.feminine, .beforePronoun]))
    return forms
  }

  private static func pluralForms(_ word: String) -> Set<InflectedForm> {
    let initial = Spelling(of: word)
    let letters = Letter.fold(word)
    if letters.suffix(2) == [Letter.waw, Letter.nun], letters.count > 4 {
      return pluralForms(letters)
    }
    var forms = plain(letters, .plural, initial)
    if initial.contains(.taMarbuta) {
      forms.insert(
        InflectedForm(Array(letters.dropLast()) + [Letter.ta], [.plural, .beforePronoun]))
    } else if letters.last == Letter.hamza, letters.dropLast().last == Letter.alef {
      for seat in [Letter.yaHamza, Letter.wawHamza] {
        forms.insert(InflectedForm(Array(letters.dropLast()) + [seat], [.plural, .beforePronoun]))
      }
    } else {
      forms.insert(InflectedForm(letters + [Letter.alef], [.plural, .accusative]))
    }
    return forms
  }

  /// Both cases and both construct forms of a sound masculine plural given in ون.
  private static func pluralForms(_ soundPlural: [UInt8]) -> Set<InflectedForm> {
    let stem = Array(soundPlural.dropLast(2))
    return [
      .init(soundPlural, .plural),
      .init(stem + [Letter.ya, Letter.nun], .plural),
      .init(stem + [Letter.waw], [.plural, .construct]),
      .init(stem + [Letter.ya], [.plural, .construct]),
    ]
  }

  private static func plain(_ letters: [UInt8], _ features: Features, _ spelling: Spelling = [])
    -> Set<InflectedForm>
  {
    [InflectedForm(letters, features, spelling)]
  }
}
