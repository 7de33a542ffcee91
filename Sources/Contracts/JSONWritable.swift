/// A record that has one JSON form, which is what its topic carries.
public protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

extension JSONWritable {
  /// The record's JSON, UTF-8.
  public func json() -> [UInt8] {
    // As much as the records of most articles have.
    var writer = JSONWriter(capacity: 1 << 15)
    write(to: &writer)
    return writer.bytes
  }
}

extension JSONWriter {
  @inline(__always)
  public mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  @inline(__always)
  public mutating func field(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  @inline(__always)
  public mutating func field(_ name: StaticString, _ value: Double?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  public mutating func field(_ name: StaticString, _ value: (some JSONWritable)?) {
    key(name)
    if let value { value.write(to: &self) } else { null() }
  }

  public mutating func field(_ name: StaticString, _ values: [some JSONWritable]) {
    key(name)
    // Through a pointer: to take a large value out of its array would copy it.
    values.withUnsafeBufferPointer { values in
      array(values.indices) { json, index in
        if let first = values.baseAddress { (first + index).pointee.write(to: &json) }
      }
    }
  }

  public mutating func field(_ name: StaticString, _ values: [String]) {
    key(name)
    array(values) { $0.value($1) }
  }

  @inline(__always)
  mutating func offsets(_ start: Int, _ end: Int) {
    field("start", start)
    field("end", end)
  }
}
