/// Values in PostgreSQL's binary form: numbers with the highest byte first, all else as it is, each
/// with its length before it.
struct PostgreSQLEncoding {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int16) { append(bigEndian: number.bigEndian) }
  mutating func append(_ number: Int32) { append(bigEndian: number.bigEndian) }

  mutating func append(_ more: some Collection<UInt8>) { bytes += more }

  mutating func append(zero count: Int) { bytes += repeatElement(0, count: count) }

  /// A value with its length, or what stands for null.
  mutating func append(field value: SQLValue) {
    if value == .null { return append(Int32(-1)) }
    let start = bytes.count
    append(Int32(0))
    append(content: value)
    endField(at: start)
  }

  /// A field of which only the end tells how long it is: returns where it begins.
  mutating func beginField() -> Int {
    append(Int32(0))
    return bytes.count - 4
  }

  mutating func endField(at start: Int) {
    withUnsafeBytes(of: Int32(bytes.count - start - 4).bigEndian) { length in
      for (place, byte) in length.enumerated() { bytes[start + place] = byte }
    }
  }

  /// A value that is not null, without its length.
  mutating func append(content value: SQLValue) {
    switch value {
    case .null: break
    case .integer(let number): append(bigEndian: number.bigEndian)
    case .real(let number): append(bigEndian: number.bitPattern.bigEndian)
    case .text(let text): append(text)
    case .bytes(let content): bytes += content
    }
  }

  /// PostgreSQL has no zero in its texts; the sign for what cannot be shown takes its place.
  private mutating func append(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    if bytes[start...].contains(0) {
      let clean = bytes[start...].split(separator: 0, omittingEmptySubsequences: false)
        .joined(separator: "\u{FFFD}".utf8)
      bytes.replaceSubrange(start..., with: Array(clean))
    }
  }

  private mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }
}
