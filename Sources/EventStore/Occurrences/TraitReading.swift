internal import ArabicText
internal import Contracts

/// Reads what is compared of an event off its record.
struct TraitReading {
  /// Words before and behind the trigger that count as around it.
  private static let before = 5
  private static let behind = 9

  private var sentence = ReadText()
  private var other = ReadText()
  /// Hashes of the words of names.
  private var known = TextMemo<[UInt32]>()

  mutating func traits(_ event: Event) -> Traits {
    sentence.read(event.sentence.text)
    var traits = Traits()
    traits.type = Self.hash(event.type.rawValue.utf8)
    traits.isNegated = event.status == .negated
    traits.sentence = UInt32(clamping: event.sentence.index)
    traits.days =
      Event.days(of: event.time?.value).map { days in
        [days.lowerBound, days.upperBound].map(Self.number)
      } ?? []
    traits.weekdays = sentence.weekdays
    let start = event.trigger.start - event.sentence.start
    let place = sentence.words.firstIndex { $0.end > start } ?? sentence.words.count
    traits.trigger = sentence.words.indices.contains(place) ? skeleton(sentence.words[place]) : []
    traits.words = sentence.long
    traits.near = sentence.long(
      in: max(0, place - Self.before)..<min(sentence.words.count, place + Self.behind))
    traits.numbers = sentence.numbers
    traits.names = names(event.participants)
    for quantity in event.quantities { traits.tolls += Self.toll(quantity.quantity) }
    return traits
  }

  private mutating func names(_ participants: [Event.Participant]) -> [UInt32] {
    var hashes: [UInt32] = []
    for place in participants.indices { hashes += names(participants[place].entity.name) }
    return participants.count > 1 ? Self.ascending(hashes) : hashes
  }

  private mutating func names(_ name: String) -> [UInt32] {
    if let known = known.value(of: name) { return known }
    other.read(name)
    known.remember(other.long, of: name)
    return other.long
  }

  /// Long vowels, hamza, ta and ha come and go with inflection; the rest is the root, more or less.
  private func skeleton(_ word: ReadText.Word) -> [UInt32] {
    sentence.stem(word).filter { !Self.isWeak($0) }.map(UInt32.init)
  }

  private static func isWeak(_ letter: UInt8) -> Bool {
    switch letter {
    case Letter.alef, Letter.waw, Letter.ya, Letter.hamza, Letter.wawHamza, Letter.yaHamza,
      Letter.ta, Letter.ha:
      true
    default: false
    }
  }

  /// A day as 20240330.
  private static func number(_ day: String) -> UInt32 {
    day.utf8.reduce(0) { number, byte in
      (0x30...0x39).contains(byte) ? number &* 10 &+ UInt32(byte - 0x30) : number
    }
  }

  private static func toll(_ quantity: Quantity) -> [UInt32] {
    guard let effect = quantity.effect, quantity.bound == nil, quantity.upper == nil else {
      return []
    }
    let what = "\(quantity.kind.rawValue) \(quantity.unit) \(effect.rawValue)"
    return [what, "\(what) \(quantity.value)"].map { hash($0.utf8) }
  }

  /// In order, each once.
  fileprivate static func ascending(_ hashes: [UInt32]) -> [UInt32] {
    var hashes = hashes
    hashes.sort()
    var count = 0
    for place in hashes.indices where count == 0 || hashes[place] != hashes[count - 1] {
      hashes[count] = hashes[place]
      count += 1
    }
    hashes.removeLast(hashes.count - count)
    return hashes
  }

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
  /// Hashes of the long words, ascending.
  private(set) var long: [UInt32] = []
  /// Hashes of the numbers, ascending.
  private(set) var numbers: [UInt32] = []
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
    long = long(in: words.indices)
    numbers = TraitReading.ascending(words.filter(\.isNumber).map(\.hash))
  }

  /// Hashes of the long words among these, ascending.
  func long(in range: Range<Int>) -> [UInt32] {
    var hashes: [UInt32] = []
    hashes.reserveCapacity(range.count)
    for word in range where words[word].isLong { hashes.append(words[word].hash) }
    return TraitReading.ascending(hashes)
  }

  func stem(_ word: Word) -> Letters {
    stem(text.letters(word.token), text.tokens[word.token].kind)
  }

  private func stem(_ letters: Letters, _ kind: Token.Kind) -> Letters {
    switch kind {
    case .word: letters.dropFirst(Proclitics(letters).most)
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
