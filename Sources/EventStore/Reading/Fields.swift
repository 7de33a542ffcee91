internal import Contracts

/// Which fields of an object were read, a bit for each in the order of a list of names.
struct Fields: OptionSet {
  var rawValue: UInt32

  /// - Throws: ``RecordScanner/Odd`` for a field that is unknown or there twice.
  mutating func add(_ key: RecordKey, _ names: [StaticString]) throws(RecordScanner.Odd) {
    guard let place = names.firstIndex(where: { key == $0 }) else { throw RecordScanner.Odd() }
    let field = Fields(rawValue: 1 << UInt32(place))
    guard !contains(field) else { throw RecordScanner.Odd() }
    formUnion(field)
  }

  /// - Parameter names: the first of the list.
  func checkAll(_ names: [StaticString]) throws(RecordScanner.Odd) {
    let all = Fields(rawValue: 1 << UInt32(names.count) - 1)
    guard isSuperset(of: all) else { throw RecordScanner.Odd() }
  }
}

extension RecordScanner {
  /// A string or null.
  mutating func text() throws(Odd) -> String? {
    try optional { (scanner) throws(Odd) in try scanner.string() }
  }

  /// One of the words of an enumeration.
  mutating func choice<Value: RawRepresentable>() throws(Odd) -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: try string()) else { throw Odd() }
    return value
  }

  mutating func span() throws(Odd) -> TextSpan {
    var span = TextSpan(start: 0, end: 0)
    var found: Fields = []
    try object { (scanner, key) throws(Odd) in
      try found.add(key, Self.spanFields)
      if key == "start" {
        span.start = try scanner.integer()
      } else {
        span.end = try scanner.integer()
      }
    }
    try found.checkAll(Self.spanFields)
    return span
  }

  private static let spanFields: [StaticString] = ["start", "end"]
}
