internal import ArabicText
internal import Contracts

/// Reads what is compared of an event off its record.
struct TraitReading {
  /// Words before and behind the trigger that count as around it.
  private static let before = 5
  private static let behind = 9

  private var sentence = ReadText()
  private var other = ReadText()

  mutating func traits(_ event: Event) -> Traits {
    sentence.read(event.sentence.text)
    var traits = Traits()
    traits.type = Self.hash(event.type.rawValue.utf8)
    traits.isNegated = event.status == .negated
    traits.sentence = UInt32(clamping: event.sentence.index)
    traits.days =
      Event.days(of: event.time?.value).map { days in
        [days.lowerBound, days.upperBound].map { UInt32($0.filter(\.isNumber)) ?? 0 }
      } ?? []
    traits.weekdays = sentence.weekdays
    let start = event.trigger.start - event.sentence.start
    let place = sentence.words.firstIndex { $0.end > start } ?? sentence.words.count
    traits.trigger = sentence.words.indices.contains(place) ? skeleton(sentence.words[place]) : []
    traits.words = Self.sorted(sentence.words.filter(\.isLong).map(\.hash))
    let near = sentence.words[
      max(0, place - Self.before)..<min(sentence.words.count, place + Self.behind)]
    traits.near = Self.sorted(near.filter(\.isLong).map(\.hash))
    traits.numbers = Self.sorted(sentence.words.filter(\.isNumber).map(\.hash))
    traits.names = Self.sorted(event.participants.flatMap { names($0.entity.name) })
    traits.tolls = event.quantities.flatMap { Self.toll($0.quantity) }
    return traits
  }

  private mutating func names(_ name: String) -> [UInt32] {
    other.read(name)
    return other.words.filter(\.isLong).map(\.hash)
  }

  /// Long vowels, hamza, ta and ha come and go with inflection; the rest is the root, more or less.
  private func skeleton(_ word: ReadText.Word) -> [UInt32] {
    sentence.stem(word).filter { !Self.weak.contains($0) }.map(UInt32.init)
  }

  private static let weak: Set<UInt8> = [
    Letter.alef, Letter.waw, Letter.ya, Letter.hamza, Letter.wawHamza, Letter.yaHamza, Letter.ta,
    Letter.ha,
  ]

  private static func toll(_ quantity: Quantity) -> [UInt32] {
    guard let effect = quantity.effect, quantity.bound == nil, quantity.upper == nil else {
      return []
    }
    let what = "\(quantity.kind.rawValue) \(quantity.unit) \(effect.rawValue)"
    return [what, "\(what) \(quantity.value)"].map { hash($0.utf8) }
  }

  private static func sorted(_ hashes: [UInt32]) -> [UInt32] { Array(Set(hashes)).sorted() }

  fileprivate static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

/// The words of a text without the particles written onto them.
private struct ReadText {
  struct Word {
    var hash: UInt32
    var isNumber: Bool
    /// Whether it is long enough to tell something.
    var isLong: Bool
    /// Unicode scalars of the text.
    var end: Int
    var token: Int
  }

  /// Shorter stems are particles.
  private static let shortestLongWord = 3

  private(set) var words: [Word] = []
  private(set) var weekdays: UInt32 = 0
  private var text = TokenizedText()
  private var source: String?

  mutating func read(_ source: String) {
    guard source != self.source else { return }
    self.source = source
    text.read(source)
    words.removeAll(keepingCapacity: true)
    weekdays = 0
    for (index, token) in text.tokens.enumerated() {
      guard token.kind != .punctuation, token.kind != .lineBreak else { continue }
      let stem = stem(text.letters(index), token.kind)
      words.append(
        Word(
          hash: TraitReading.hash(stem), isNumber: token.kind == .number,
          isLong: stem.count >= Self.shortestLongWord,
          end: Int(token.scalarEnd), token: index))
      noteWeekday(text.letters(index))
    }
  }

  func stem(_ word: Word) -> Letters {
    stem(text.letters(word.token), text.tokens[word.token].kind)
  }

  private func stem(_ letters: Letters, _ kind: Token.Kind) -> Letters {
    switch kind {
    case .word: letters.dropFirst(Proclitics(letters).all.reduce(0) { max($0, $1) })
    case .number:
      letters.count > 1 ? letters.drop { $0 == UInt8(ascii: "0") } : letters
    case .foreign, .punctuation, .lineBreak: letters
    }
  }

  private mutating func noteWeekday(_ letters: Letters) {
    for (bit, day) in Self.days.enumerated()
    where letters.count <= day.count + 1 && letters.suffix(day.count).elementsEqual(day) {
      weekdays |= 1 << UInt32(bit)
    }
  }

  private static let days = [
    "السبت", "الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة",
  ].map { Letter.fold($0) }
}
