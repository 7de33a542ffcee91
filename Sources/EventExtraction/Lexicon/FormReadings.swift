internal import ArabicText

/// The readings of every form that the lexicon knows.
struct FormReadings: Sendable {
  /// Takes forms in any order.
  struct Builder {
    private var words = FormTable()
    private var readings = Groups<Reading>.Builder()

    init() {
      // Rawi's own lexicon has this many forms, and with some to spare.
      words.reserve(1 << 17)
    }

    mutating func add(_ letters: UnsafeBufferPointer<UInt8>, _ reading: Reading) {
      readings.add(reading, to: words.insert(letters))
    }

    func finish() -> FormReadings {
      FormReadings(words: words, readings: readings.groups(words.count))
    }
  }

  private let words: FormTable
  private let readings: Groups<Reading>

  /// The readings of a form; none where the lexicon has no such form.
  subscript(_ letters: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<Reading> {
    words[letters].map { readings[$0] } ?? UnsafeBufferPointer(start: nil, count: 0)
  }
}
