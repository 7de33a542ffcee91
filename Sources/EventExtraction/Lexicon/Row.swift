internal import ArabicText
internal import Glibc

/// A line of a table; its fields become strings when they are asked for.
struct Row {
  /// A file's bytes and where the fields lie in them.
  final class Source {
    let bytes: [UInt8]
    @exclusivity(unchecked) private(set) var fields: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      // Most fields are longer.
      fields.reserveCapacity(bytes.count / 8)
    }

    /// Notes the fields of one line, blanks around them left off.
    func cut(_ line: Range<Int>) {
      var start = line.lowerBound
      while start <= line.upperBound {
        let end = end(of: start, at: UInt8(ascii: "\t"), before: line.upperBound)
        fields.append(trimmed(start..<end))
        start = end + 1
      }
    }

    /// Where the part that begins at `start` ends: at the mark or the limit.
    func end(of start: Int, at mark: UInt8, before limit: Int) -> Int {
      bytes.withUnsafeBufferPointer { bytes in
        guard start < limit, let base = bytes.baseAddress,
          let found = memchr(base + start, Int32(mark), limit - start)
        else { return max(start, limit) }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
      }
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return start..<end
    }

    /// Only of lines in valid UTF-8.
    func text(_ range: Range<Int>) -> String {
      bytes.withUnsafeBufferPointer {
        let part = UnsafeBufferPointer(rebasing: $0[range])
        return String(copying: UTF8Span(unchecked: Span(_unsafeElements: part)))
      }
    }
  }

  let source: Source
  /// From 1.
  let line: Int
  /// Index of its first field in the source.
  let first: Int

  /// Where a field lies; nil where it is empty or `-`.
  private func field(_ column: Int) -> Range<Int>? {
    let field = source.fields[first + column]
    if field.isEmpty || field.count == 1 && source.bytes[field.lowerBound] == UInt8(ascii: "-") {
      return nil
    }
    return field
  }

  /// A field's bytes, nil where it is empty or `-`.
  func utf8(_ column: Int) -> ArraySlice<UInt8>? { field(column).map { source.bytes[$0] } }

  /// A field's text, nil where it is empty or `-`.
  func text(_ column: Int) -> String? { field(column).map(source.text) }

  /// Whether the first field has letters; it is valid UTF-8.
  var beginsWithWord: Bool {
    guard let field = field(0) else { return false }
    return source.bytes.withUnsafeBufferPointer {
      Letter.isWord(UnsafeBufferPointer(rebasing: $0[field]))
    }
  }

  /// A field's alternatives.
  func list(_ column: Int, separator: Unicode.Scalar = ",") -> [String] {
    guard let field = field(column) else { return [] }
    var texts: [String] = []
    var start = field.lowerBound
    while start < field.upperBound {
      let end = source.end(of: start, at: UInt8(ascii: separator), before: field.upperBound)
      let part = source.trimmed(start..<end)
      if !part.isEmpty { texts.append(source.text(part)) }
      start = end + 1
    }
    return texts
  }

  /// The bytes of the first fields, which tell the line from others of its kind.
  func key(_ columns: Int) -> [UInt8] {
    Array(source.fields[first..<first + columns].map { source.bytes[$0] }.joined(separator: [9]))
  }

  func isUTF8(columns: Int) -> Bool {
    let bytes = source.bytes[
      source.fields[first].lowerBound..<source.fields[first + columns - 1].upperBound]
    return String(validating: bytes, as: UTF8.self) != nil
  }
}
