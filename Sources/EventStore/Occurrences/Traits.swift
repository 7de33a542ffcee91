/// What is compared of an event to find others that tell the same thing. Words are hashes.
struct Traits: Hashable {
  var type: UInt32 = 0
  var isNegated = false
  /// Number of the sentence in its article.
  var sentence: UInt32 = 0
  /// First and last day as 20240330, where the event's own time says so; else empty.
  var days: [UInt32] = []
  /// The weekdays that the sentence names, a bit each.
  var weekdays: UInt32 = 0
  /// Letters of the trigger that inflection leaves.
  var trigger: [UInt32] = []
  /// The sentence's words, ascending.
  var words: [UInt32] = []
  /// Words around the trigger, ascending.
  var near: [UInt32] = []
  /// Words of the participants' names, ascending.
  var names: [UInt32] = []
  /// Numbers of the sentence, ascending.
  var numbers: [UInt32] = []
  /// What befell how many: for each a hash of both, after a hash of what befell whom.
  var tolls: [UInt32] = []
}

/// In the store: each part with its length before it, four bytes a value, the lowest first.
extension Traits {
  var bytes: [UInt8] {
    let first = [type, isNegated ? 1 : 0, sentence, weekdays]
    var numbers: [UInt32] = []
    numbers.reserveCapacity(
      12 + days.count + trigger.count + words.count + near.count + names.count
        + self.numbers.count + tolls.count)
    for part in [first, days, trigger, words, near, names, self.numbers, tolls] {
      numbers.append(UInt32(part.count))
      numbers += part
    }
    return StoredNumbers.bytes(of: numbers)
  }

  init(_ bytes: [UInt8]) {
    var rest = StoredNumbers.numbers(in: bytes)[...]
    func part() -> [UInt32] {
      let count = rest.popFirst().map(Int.init) ?? 0
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let first = part()
    guard first.count == 4 else { return }
    (type, isNegated, sentence, weekdays) = (first[0], first[1] == 1, first[2], first[3])
    (days, trigger, words, near) = (part(), part(), part(), part())
    (names, numbers, tolls) = (part(), part(), part())
  }
}
