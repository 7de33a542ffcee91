/// The written forms of a noun, participle or adjective, without the article.
public enum NounInflection {
  /// Adds the forms of a noun from its singular and its plurals as written.
  ///
  /// Sound masculine plurals (ون) also give their other case and both construct forms; a plural
  /// that ends otherwise stands as it is.
  public static func inflect(
    singular: String, plurals: [String] = [], into forms: inout FormList
  ) {
    addSingular(singular, &forms)
    for plural in plurals { addPlural(plural, &forms) }
  }

  /// Adds the forms of a plural as written.
  public static func inflect(plural: String, into forms: inout FormList) {
    addPlural(plural, &forms)
  }

  /// Adds the forms of a participle or an adjective in both genders: «معلن», «صيني».
  public static func inflect(
    adjective masculine: String, plurals: [String] = [], into forms: inout FormList
  ) {
    addSingular(masculine, &forms)
    let letters = Letter.fold(masculine)
    addFeminine(letters, &forms)
    addSoundPlural(letters, &forms)
    forms.add(letters, [Letter.alef, Letter.ta], [.plural, .feminine])
    for plural in plurals { addPlural(plural, &forms) }
  }

  /// Adds the forms of the active participle of a verb with a weak last radical, «داع»: its ya
  /// comes back.
  public static func inflect(defectiveParticiple indefinite: String, into forms: inout FormList) {
    let letters = Letter.fold(indefinite)
    guard letters.last != Letter.ya else { return inflect(adjective: indefinite, into: &forms) }
    let long = letters + [Letter.ya]
    forms.add(letters, [], [])
    forms.add(long, [], [])
    forms.add(long, [Letter.alef], .accusative)
    addFeminine(long, &forms)
    addSoundPlural(letters, &forms)
  }

  private static func addSingular(_ word: String, _ forms: inout FormList) {
    let letters = Letter.fold(word)
    let spelling = Spelling(of: word)
    let initial = spelling.intersection([.hamzaAbove, .hamzaBelow])
    guard let last = letters.last else { return }
    let stem = letters.dropLast()
    if spelling.contains(.taMarbuta) {
      let long = stem + [Letter.ta]
      forms.add(letters, [], .feminine, spelling)
      forms.add(long, [], [.feminine, .beforePronoun], initial)
      addDual(long, .feminine, initial, &forms)
      return
    }
    forms.add(letters, [], [], spelling)
    addDual(letters[...], [], initial, &forms)
    if spelling.contains(.alefMaqsura) {
      forms.add(stem, [Letter.alef], .beforePronoun, initial)
    } else if last == Letter.hamza, stem.last == Letter.alef {
      forms.add(stem, [Letter.yaHamza], .beforePronoun, initial)
      forms.add(stem, [Letter.wawHamza], .beforePronoun, initial)
    } else if last != Letter.alef {
      forms.add(letters, [Letter.alef], .accusative, initial)
    }
  }

  private static func addDual(
    _ stem: ArraySlice<UInt8>, _ gender: Features, _ initial: Spelling, _ forms: inout FormList
  ) {
    let dual = gender.union(.dual)
    forms.add(stem, [Letter.alef, Letter.nun], dual.union(.nominative), initial)
    forms.add(stem, [Letter.ya, Letter.nun], dual.union(.oblique), initial)
    forms.add(stem, [Letter.alef], dual.union([.construct, .nominative]), initial)
    forms.add(stem, [Letter.ya], dual.union([.construct, .oblique]), initial)
  }

  private static func addFeminine(_ stem: [UInt8], _ forms: inout FormList) {
    let long = stem + [Letter.ta]
    forms.add(stem, [Letter.ha], .feminine, .taMarbuta)
    forms.add(long, [], [.feminine, .beforePronoun])
    addDual(long[...], .feminine, [], &forms)
  }

  private static func addPlural(_ word: String, _ forms: inout FormList) {
    let letters = Letter.fold(word)
    guard let last = letters.last else { return }
    let spelling = Spelling(of: word)
    let stem = letters.dropLast()
    if last == Letter.nun, stem.last == Letter.waw, letters.count > 4 {
      return addSoundPlural(letters.dropLast(2), &forms)
    }
    forms.add(letters, [], .plural, spelling)
    if spelling.contains(.taMarbuta) {
      forms.add(stem, [Letter.ta], [.plural, .beforePronoun])
    } else if last == Letter.hamza, stem.last == Letter.alef {
      forms.add(stem, [Letter.yaHamza], [.plural, .beforePronoun])
      forms.add(stem, [Letter.wawHamza], [.plural, .beforePronoun])
    } else {
      forms.add(letters, [Letter.alef], [.plural, .accusative])
    }
  }

  /// Both cases and both construct forms of a sound masculine plural.
  private static func addSoundPlural(_ stem: some Collection<UInt8>, _ forms: inout FormList) {
    forms.add(stem, [Letter.waw, Letter.nun], [.plural, .nominative])
    forms.add(stem, [Letter.ya, Letter.nun], [.plural, .oblique])
    forms.add(stem, [Letter.waw], [.plural, .construct, .nominative])
    forms.add(stem, [Letter.ya], [.plural, .construct, .oblique])
  }
}
