/// A small whole number, or none, in a quarter of an optional integer's room: dates are copied about
/// while a text is read.
@propertyWrapper
public struct SmallNumber: Hashable, Sendable {
  /// The least number there is stands for none.
  private var value: Int32

  public init(wrappedValue: Int?) { value = wrappedValue.map { Int32(clamping: $0) } ?? .min }

  public var wrappedValue: Int? {
    get { value == .min ? nil : Int(value) }
    set { self = SmallNumber(wrappedValue: newValue) }
  }
}
