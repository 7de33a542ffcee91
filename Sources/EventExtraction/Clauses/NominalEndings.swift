internal import ArabicText

/// The features of a word's readings as a noun; those of tables that list words as they stand count
/// only where there are no others.
struct NominalEndings: Sequence {
  private let readings: UnsafeBufferPointer<CutReading>
  private let areInflected: Bool

  init(_ readings: UnsafeBufferPointer<CutReading>) {
    self.readings = readings
    areInflected = readings.contains { $0.category.isInflected }
  }

  var isEmpty: Bool { !areInflected && !readings.contains { $0.category.isNominal } }

  func makeIterator() -> Iterator { Iterator(readings: readings, areInflected: areInflected) }

  struct Iterator: IteratorProtocol {
    fileprivate let readings: UnsafeBufferPointer<CutReading>
    fileprivate let areInflected: Bool
    private var at = 0

    fileprivate init(readings: UnsafeBufferPointer<CutReading>, areInflected: Bool) {
      self.readings = readings
      self.areInflected = areInflected
    }

    mutating func next() -> Features? {
      while at < readings.count {
        let category = readings[at].category
        at += 1
        if areInflected ? category.isInflected : category.isNominal {
          return readings[at - 1].features
        }
      }
      return nil
    }
  }
}

extension Category {
  fileprivate var isInflected: Bool { isNominal && self != .commonNoun && self != .frameNoun }
}

extension Analysis {
  func nominalEndings(_ token: Int) -> NominalEndings {
    NominalEndings(readings.values(words[token].readings))
  }
}
