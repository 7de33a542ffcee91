/// Token ranges and indices in half their size, for values that are copied about.

/// A range of tokens or readings.
@propertyWrapper
struct Tokens: Equatable, Sendable {
  private var lower: Int32
  private var upper: Int32

  init(wrappedValue: Range<Int>) {
    lower = Int32(truncatingIfNeeded: wrappedValue.lowerBound)
    upper = Int32(truncatingIfNeeded: wrappedValue.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
    set { self = Tokens(wrappedValue: newValue) }
  }
}

/// A range of tokens, or none.
@propertyWrapper
struct SomeTokens: Equatable, Sendable {
  /// -1 for none.
  private var lower: Int32
  private var upper: Int32

  init(wrappedValue: Range<Int>?) {
    lower = wrappedValue.map { Int32(truncatingIfNeeded: $0.lowerBound) } ?? -1
    upper = wrappedValue.map { Int32(truncatingIfNeeded: $0.upperBound) } ?? -1
  }

  var wrappedValue: Range<Int>? {
    get { lower < 0 ? nil : Range(uncheckedBounds: (Int(lower), Int(upper))) }
    set { self = SomeTokens(wrappedValue: newValue) }
  }
}

/// An index.
@propertyWrapper
struct Index: Equatable, Sendable {
  private var value: Int32

  init(wrappedValue: Int) { value = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    get { Int(value) }
    set { value = Int32(truncatingIfNeeded: newValue) }
  }
}

/// An index, or none.
@propertyWrapper
struct SomeIndex: Equatable, Sendable {
  /// -1 for none.
  private var value: Int32

  init(wrappedValue: Int?) { value = Int32(truncatingIfNeeded: wrappedValue ?? -1) }

  var wrappedValue: Int? {
    get { value < 0 ? nil : Int(value) }
    set { value = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}
