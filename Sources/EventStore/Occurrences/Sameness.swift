/// Whether two events tell the same thing.
enum Sameness {
  /// From how many thousandths on they do.
  static let enough = 550

  /// What cannot both be said of one occurrence: different kinds of event, told and denied,
  /// different days, numbers or tolls.
  static func areContradictory(_ one: Traits, _ other: Traits) -> Bool {
    if one.type != other.type || one.isNegated != other.isNegated { return true }
    if one.days.count == 2, other.days.count == 2 {
      if one.days[1] < other.days[0] || other.days[1] < one.days[0] { return true }
    } else if one.weekdays != 0, other.weekdays != 0, one.weekdays & other.weekdays == 0 {
      return true
    }
    if !one.numbers.isEmpty, !other.numbers.isEmpty, shared(one.numbers, other.numbers) == 0 {
      return true
    }
    return tollsDiffer(one.tolls, other.tolls)
  }

  /// How much alike two events are that do not contradict each other, in thousandths: by their
  /// sentences, the words around their triggers, the triggers and the participants.
  static func likeness(_ one: Traits, _ other: Traits) -> Int {
    var words = overlap(one.words, other.words)
    // A sentence of three words is easily part of another.
    if min(one.words.count, other.words.count) < 4 { words /= 2 }
    let names =
      one.names.isEmpty || other.names.isEmpty ? 500 : overlap(one.names, other.names)
    return
      (45 * words + 25 * overlap(one.near, other.near)
      + 15 * agreement(one.trigger, other.trigger) + 15 * names) / 100
  }

  private static func tollsDiffer(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    for index in stride(from: 0, to: one.count - 1, by: 2) {
      for second in stride(from: 0, to: other.count - 1, by: 2)
      where one[index] == other[second] && one[index + 1] != other[second + 1] {
        return true
      }
    }
    return false
  }

  /// How much of the lesser one the other has.
  private static func overlap(_ one: [UInt32], _ other: [UInt32]) -> Int {
    1000 * shared(one, other) / max(1, min(one.count, other.count))
  }

  private static func shared(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var (first, second, count) = (0, 0, 0)
    while first < one.count, second < other.count {
      if one[first] == other[second] { count += 1 }
      let isFirstLess = one[first] <= other[second]
      if other[second] <= one[first] { second += 1 }
      if isFirstLess { first += 1 }
    }
    return count
  }

  /// The longest common subsequence as a share of the longer one.
  private static func agreement(_ one: [UInt32], _ other: [UInt32]) -> Int {
    if one.isEmpty || other.isEmpty { return 0 }
    if one == other { return 1000 }
    var row = [Int](repeating: 0, count: other.count + 1)
    for letter in one {
      var diagonal = 0
      for place in other.indices {
        let above = row[place + 1]
        row[place + 1] = letter == other[place] ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return 1000 * (row.last ?? 0) / max(one.count, other.count)
  }
}
