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
  @exclusivity(unchecked) private var slots = Column<Slot>()

  private struct Slot {
    /// Of the form's hash, so that hardly any other form is looked at.
    var tag: UInt32 = 0
    /// Number of a form plus one; 0 in an empty slot.
    var form: UInt32 = 0
  }

  /// A word that is looked for.
  private struct Wanted {
    var letters: PackedLetters
    var key: WordKey
    var hash: UInt64
    /// The form in the first slot of its hash, or -1.
    var candidate = -1
  }

  init(_ lexicon: Lexicon, _ vocabularies: Vocabularies) {
    self.lexicon = lexicon
    self.vocabularies = vocabularies
    slots.fill(Slot(), count: 1 << 12)
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
    slots.fill(Slot(), count: slots.count)
  }

  /// How many words are looked for at once, so that the machine fetches their forms side by side.
  private static let batch = 32

  /// Hands the number in ``forms`` of each word's or foreign word's form to `body`, -1 for other
  /// tokens.
  @inline(__always)
  func numbers(in text: TokenizedText, _ body: (Int, Int) -> Void) {
    withUnsafeTemporaryAllocation(of: Wanted.self, capacity: Self.batch) { wanted in
      var start = 0
      while start < text.tokens.count {
        let end = min(start + Self.batch, text.tokens.count)
        for index in start..<end where text.tokens[index].isForm {
          wanted.initializeElement(
            at: index - start, to: self.wanted(text.tokens[index], text.letters(index).buffer))
        }
        for index in start..<end where text.tokens[index].isForm {
          let candidate = wanted[index - start].candidate
          guard candidate >= 0 else { continue }
          if !isSame(candidate, index, in: text, wanted[index - start]) {
            wanted[index - start].candidate = -1
          }
        }
        for index in start..<end {
          guard text.tokens[index].isForm else {
            body(index, -1)
            continue
          }
          let candidate = wanted[index - start].candidate
          body(index, candidate >= 0 ? candidate : number(index, in: text, wanted[index - start]))
        }
        start = end
      }
    }
  }

  @inline(__always)
  private func wanted(_ token: Token, _ word: UnsafeBufferPointer<UInt8>) -> Wanted {
    let letters = PackedLetters(word)
    let key = WordKey(letters)
    var wanted = Wanted(letters: letters, key: key, hash: hash(key, token.spelling))
    let slot = slots.all[place(wanted.hash)]
    if slot.tag == tag(wanted.hash) { wanted.candidate = Int(slot.form) - 1 }
    return wanted
  }

  /// The number of a form that is not in the first slot of its hash, or was never met.
  private func number(_ index: Int, in text: TokenizedText, _ wanted: Wanted) -> Int {
    let mask = slots.count - 1
    var at = place(wanted.hash)
    while slots[at].form != 0 {
      let number = Int(slots[at].form) - 1
      if slots[at].tag == tag(wanted.hash), isSame(number, index, in: text, wanted) {
        return number
      }
      at = (at + 1) & mask
    }
    slots[at] = Slot(tag: tag(wanted.hash), form: UInt32(forms.count + 1))
    add(text.tokens[index], text.letters(index).buffer, wanted)
    if forms.count * 2 > slots.count { growSlots() }
    return forms.count - 1
  }

  private func hash(_ key: WordKey, _ spelling: Spelling) -> UInt64 {
    (UInt64(truncatingIfNeeded: key.slot) ^ UInt64(spelling.rawValue)) &* factor
  }

  private func place(_ hash: UInt64) -> Int { Int(hash >> 32) & (slots.count - 1) }

  private func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) }

  @inline(__always)
  private func isSame(
    _ number: Int, _ index: Int, in text: TokenizedText, _ wanted: Wanted
  ) -> Bool {
    let known = forms.all
    guard known[number].key == wanted.key, known[number].packed == wanted.letters,
      known[number].spelling == text.tokens[index].spelling,
      known[number].kind == text.tokens[index].kind
    else { return false }
    if wanted.letters.isWhole { return true }
    let place = known[number].letters
    return Letters(letters.values(Int(place.lowerBound)..<Int(place.upperBound)))
      .elementsEqual(text.letters(index).buffer)
  }

  private func growSlots() {
    let mask = slots.count * 2 - 1
    slots.fill(Slot(), count: mask + 1)
    for number in forms.indices {
      let hash = hash(forms[number].key, forms[number].spelling)
      var at = place(hash)
      while slots[at].form != 0 { at = (at + 1) & mask }
      slots[at] = Slot(tag: tag(hash), form: UInt32(number + 1))
    }
  }

  private func add(_ token: Token, _ word: UnsafeBufferPointer<UInt8>, _ wanted: Wanted) {
    let start = Int32(letters.count)
    letters.append(contentsOf: word)
    let view = Letters(word)
    var form = KnownForm(
      packed: wanted.letters, kind: token.kind, spelling: token.spelling,
      word: Word(form: Int32(forms.count), tag: .unknown), letters: start..<Int32(letters.count),
      simHash: SimHash.hash(view), key: wanted.key,
      bareKey: WordKey.bare(view), stem: wanted.key)
    let firstBeginning = Int32(beginnings.count)
    PhraseBeginning.forEach(word) { stem, clitics in
      guard let word = lexicon.phrases.word(stem), let node = lexicon.phrases.first(word)
      else { return }
      beginnings.append(
        PhraseBeginning(
          node: node, clitics: clitics, values: lexicon.phrases.values(node),
          goesOn: lexicon.phrases.goesOn(node)))
    }
    form.beginnings = firstBeginning..<Int32(beginnings.count)
    if token.kind == .word {
      form.phraseWord = lexicon.phrases.word(word) ?? -1
      form.number = vocabularies.numbers.find(word)
      form.time = vocabularies.times.find(word)
      form.quantity = vocabularies.quantities.find(word)
      let first = readings.count
      addReadings(token.spelling, view)
      form.word.readings = first..<readings.count
      if first == readings.count { form.word.clitics = Self.guessedClitics(view) }
      form.facts = facts(form)
      for reading in readings.values(first..<readings.count) {
        form.word.categories.insert(Categories(reading.category))
      }
      form.word.traits = traits(readings.values(first..<readings.count))
      choose(&form.word)
    } else {
      form.word.tag = .foreign
    }
    form.stem = WordKey(view.stem(behind: form.word.clitics))
    forms.append(form)
  }
}

extension Token {
  /// Whether the lexicon may know it.
  fileprivate var isForm: Bool { kind == .word || kind == .foreign }
}
