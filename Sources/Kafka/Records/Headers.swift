/// A record's headers: names with bytes, in order, a name as often as one likes.
///
/// A header's value can be absent (nil), which Kafka tells apart from an empty one.
/// Looking a name up gives its last value, as Kafka's own clients do.
///
/// ```swift
/// var headers: Headers = ["content-type": "application/json"]
/// headers.append("traceparent", "00-…")
/// headers["content-type"]  // the last value's bytes
/// ```
public struct Headers: Hashable, Sendable {
  public struct Header: Hashable, Sendable {
    public var name: String
    public var value: [UInt8]?

    public init(_ name: String, _ value: [UInt8]?) {
      self.name = name
      self.value = value
    }

    /// The value as text, invalid UTF-8 replaced; nil where there is no value.
    public var text: String? { value.map { String(decoding: $0, as: UTF8.self) } }
  }

  public private(set) var all: [Header] = []

  public init() {}

  public init(_ headers: [Header]) {
    all = headers
  }

  public mutating func append(_ name: String, _ value: [UInt8]?) {
    all.append(Header(name, value))
  }

  public mutating func append(_ name: String, _ text: String) {
    all.append(Header(name, Array(text.utf8)))
  }

  /// Takes away every header of this name.
  public mutating func removeAll(named name: String) {
    all.removeAll { $0.name == name }
  }

  public func contains(_ name: String) -> Bool {
    all.contains { $0.name == name }
  }

  /// The last value of this name; nil where there is none or it is absent.
  public subscript(name: String) -> [UInt8]? {
    all.last { $0.name == name }?.value
  }

  /// The last value of this name as text.
  public func text(_ name: String) -> String? {
    all.last { $0.name == name }?.text
  }
}

extension Headers: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    all = elements.map { Header($0.0, Array($0.1.utf8)) }
  }
}

extension Headers: RandomAccessCollection {
  public var startIndex: Int { all.startIndex }
  public var endIndex: Int { all.endIndex }
  public subscript(index: Int) -> Header { all[index] }
}
