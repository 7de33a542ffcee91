internal import ArabicText

/// Values in numbered groups, a group's in the order in which they were added and none twice.
///
/// All stand in one array, group after group.
struct Groups<Value: Equatable & Sendable>: Sendable {
  /// Takes values in any order.
  struct Builder {
    private var added: [(group: Int32, value: Value)] = []

    mutating func add(_ value: Value, to group: Int) {
      added.append((Int32(group), value))
    }

    /// - Parameter count: how many groups there are.
    func groups(_ count: Int) -> Groups<Value> {
      Groups(added, count)
    }
  }

  private let values: FixedArray<Value>
  /// Where each group begins, and where the last one ends.
  private let starts: FixedArray<Int32>

  private init(_ added: [(group: Int32, value: Value)], _ count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    guard let filler = added.first?.value else {
      self.values = FixedArray([])
      self.starts = FixedArray(starts)
      return
    }
    for (group, _) in added { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var values = Array(repeating: filler, count: added.count)
    var ends = starts
    for (group, value) in added {
      let group = Int(group)
      if !values[Int(starts[group])..<Int(ends[group])].contains(value) {
        values[Int(ends[group])] = value
        ends[group] += 1
      }
    }
    Self.close(&starts, &values, ends)
    self.values = FixedArray(values)
    self.starts = FixedArray(starts)
  }

  /// Moves the groups together over the room that values added twice have left.
  private static func close(
    _ starts: inout [Int32], _ values: inout [Value], _ ends: [Int32]
  ) {
    var at = 0
    for group in 0..<starts.count - 1 {
      let members = Int(starts[group])..<Int(ends[group])
      starts[group] = Int32(at)
      for index in members {
        values[at] = values[index]
        at += 1
      }
    }
    starts[starts.count - 1] = Int32(at)
    values.removeLast(values.count - at)
  }

  /// Valid as long as the groups are.
  subscript(group: Int) -> UnsafeBufferPointer<Value> {
    values.values(Int(starts[group])..<Int(starts[group + 1]))
  }
}
