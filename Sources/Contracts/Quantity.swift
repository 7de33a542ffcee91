/// A number that an event is told with: how many were killed, how much was paid.
public struct Quantity: Decodable, Sendable, Hashable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    /// People or things.
    case count
    case money
    case percentage
    /// Weights, distances, areas and the like.
    case measure
  }

  /// How the number bounds what it tells.
  public enum Bound: String, Decodable, Sendable, CaseIterable {
    case about
    case over
    case atLeast = "at-least"
    case under
    case atMost = "at-most"
  }

  /// What befell the people counted.
  public enum Effect: String, Decodable, Sendable, CaseIterable {
    case killed, wounded, missing, arrested, abducted, displaced, expelled, evacuated, rescued
    case released, infected
  }

  public var kind: Kind
  /// The number; of «العشرات» and the like the least, of a range the lower end.
  public var value: Double
  /// The upper end of a range, or the most that «العشرات» stands for.
  public var upper: Double?
  /// `person`; an ISO 4217 code; an SI symbol; `%`; else the counted noun as it is written.
  public var unit: String
  /// nil where the number is told as it is.
  public var bound: Bound?
  public var effect: Effect?
  /// The number with its noun.
  public var start: Int
  public var end: Int

  public init(
    kind: Kind, value: Double, upper: Double? = nil, unit: String, bound: Bound? = nil,
    effect: Effect? = nil, start: Int, end: Int
  ) {
    self.kind = kind
    self.value = value
    self.upper = upper
    self.unit = unit
    self.bound = bound
    self.effect = effect
    self.start = start
    self.end = end
  }
}

extension Quantity: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object { writeFields(to: &$0) }
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("kind", kind.rawValue)
    json.number("value", value)
    json.number("upper", upper)
    json.field("unit", unit)
    json.field("bound", bound?.rawValue)
    json.field("effect", effect?.rawValue)
    json.offsets(start, end)
  }
}

extension JSONWriter {
  /// A whole number without its fraction.
  fileprivate mutating func number(_ name: StaticString, _ value: Double?) {
    if let value, let whole = Int(exactly: value), abs(whole) < 1 << 53 {
      field(name, whole)
    } else {
      field(name, value)
    }
  }
}

extension Event {
  /// A ``Contracts/Quantity`` with its words.
  public struct Quantity: Decodable, Sendable, Hashable {
    public var quantity: Contracts.Quantity
    public var text: String

    public init(_ quantity: Contracts.Quantity, text: String) {
      self.quantity = quantity
      self.text = text
    }

    public init(from decoder: any Decoder) throws {
      quantity = try Contracts.Quantity(from: decoder)
      text = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .text)
    }

    private enum Key: CodingKey {
      case text
    }
  }
}

extension Event.Quantity: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      quantity.writeFields(to: &$0)
      $0.field("text", text)
    }
  }
}

/// Records written before events had quantities have none.
extension KeyedDecodingContainer {
  func decode(_ type: [Quantity].Type, forKey key: Key) throws -> [Quantity] {
    try decodeIfPresent(type, forKey: key) ?? []
  }

  func decode(_ type: [Event.Quantity].Type, forKey key: Key) throws -> [Event.Quantity] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}
