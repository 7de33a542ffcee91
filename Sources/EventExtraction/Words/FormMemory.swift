internal import ArabicText

/// The forms met so far with all that the lexicon says of them.
///
/// News repeats its words: of a thousand in an article some fifty have not stood in those before.
/// So what a form is by itself is worked out once, and what it is in its context is left to the
/// passes.
final class FormMemory {
  /// Beyond so many forms all are forgotten, when the next article begins.
  static let size = 1 << 16

  let lexicon: Lexicon
  let vocabularies: Vocabularies
  @exclusivity(unchecked) private(set) var forms = Column<KnownForm>()
  @exclusivity(unchecked) var readings = Column<CutReading>()
  @exclusivity(unchecked) private(set) var beginnings = Column<PhraseBeginning>()
  @exclusivity(unchecked) private var letters = Column<UInt8>()
  /// Nobody can write an article whose words all fall into one slot.
  private let factor = UInt64.random(in: 0...UInt64.max) | 1
  /// Number of a form plus one by its hash; 0 in an empty slot.
  @exclusivity(unchecked) private var slots = Column<UInt32>()

  init(_ lexicon: Lexicon, _ vocabularies: Vocabularies) {
    self.lexicon = lexicon
    self.vocabularies = vocabularies
    slots.fill(0, count: 1 << 12)
  }

  deinit {
    forms.deallocate()
    readings.deallocate()
    beginnings.deallocate()
    letters.deallocate()
    slots.deallocate()
  }

  /// Forgets all forms if there are too many; the numbers of forms are void then.
  func shrink() {
    guard forms.count > Self.size else { return }
    forms.removeAll()
    readings.removeAll()
    beginnings.removeAll()
    letters.removeAll()
    slots.fill(0, count: slots.count)
  }

  /// The number of a word's or foreign word's form in ``forms``.
  func number(of token: Token, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    let key = WordKey(word)
    let mask = slots.count - 1
    var at = hash(key, token.spelling) & mask
    while slots[at] != 0 {
      let number = Int(slots[at]) - 1
      if isSame(number, key, token, word) { return number }
      at = (at + 1) & mask
    }
    slots[at] = UInt32(forms.count + 1)
    add(token, word, key)
    if forms.count * 2 > slots.count { growSlots() }
    return forms.count - 1
  }

  private func hash(_ key: WordKey, _ spelling: Spelling) -> Int {
    let value = UInt64(truncatingIfNeeded: key.slot) ^ UInt64(spelling.rawValue)
    return Int((value &* factor) >> 32)
  }

  private func isSame(
    _ number: Int, _ key: WordKey, _ token: Token, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard forms[number].key == key, forms[number].spelling == token.spelling,
      forms[number].kind == token.kind
    else { return false }
    let place = forms[number].letters
    return place.count == word.count
      && Letters(letters.values(Int(place.lowerBound)..<Int(place.upperBound))).elementsEqual(word)
  }

  private func growSlots() {
    let mask = slots.count * 2 - 1
    slots.fill(0, count: mask + 1)
    for number in forms.indices {
      let form = forms[number]
      var at = hash(form.key, form.spelling) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt32(number + 1)
    }
  }

  private func add(_ token: Token, _ word: UnsafeBufferPointer<UInt8>, _ key: WordKey) {
    let start = Int32(letters.count)
    letters.append(contentsOf: word)
    let view = Letters(word)
    var form = KnownForm(
      kind: token.kind, spelling: token.spelling, letters: start..<Int32(letters.count), key: key,
      bareKey: WordKey.bare(view))
    let firstBeginning = Int32(beginnings.count)
    PhraseBeginning.forEach(word) { stem, clitics in
      guard let word = lexicon.phrases.word(stem), let node = lexicon.phrases.step(0, word)
      else { return }
      beginnings.append(PhraseBeginning(node: node, clitics: clitics))
    }
    form.beginnings = firstBeginning..<Int32(beginnings.count)
    if token.kind == .word {
      form.phraseWord = lexicon.phrases.word(word) ?? -1
      form.number = vocabularies.numbers.find(word)
      form.time = vocabularies.times.find(word)
      form.quantity = vocabularies.quantities.find(word)
      let first = readings.count
      addReadings(token.spelling, view)
      form.readings = Int32(first)..<Int32(readings.count)
      if first == readings.count { form.guessed = Self.guessedClitics(view) }
      form.facts = facts(form)
      for reading in readings.values(first..<readings.count) {
        form.categories.insert(Categories(reading.category))
      }
      form.traits = traits(readings.values(first..<readings.count))
    }
    forms.append(form)
  }
}
