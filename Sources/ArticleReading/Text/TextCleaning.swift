internal import Glibc

/// Takes out what no reader sees; every letter, mark and punctuation sign stays as it is.
enum TextCleaning {
  /// Line ends become `\n`; control, bidi, zero-width and soft-hyphen characters go; white space
  /// at either end goes.
  static func clean(_ text: String) -> String {
    // Most articles hold nothing of the sort and need not be copied.
    text.withBytes { utf8 -> String? in
      guard UncleanBytes.first(in: utf8, from: 0) == utf8.count else { return cleaned(utf8) }
      let trimmed = trim(utf8)
      return trimmed.count == utf8.count ? nil : String(valid: trimmed)
    } ?? text
  }

  /// The same for what stands on one line; nil where nothing is left.
  static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    var cleaned = clean(text)
    let hasLines = cleaned.withBytes { utf8 in
      utf8.baseAddress.map { memchr($0, 0x0A, utf8.count) != nil } ?? false
    }
    if hasLines {
      cleaned = cleaned.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return cleaned.isEmpty ? nil : cleaned
  }

  private static func cleaned(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count) { kept in
      var count = 0
      var at = 0
      while at < utf8.count {
        let unclean = UncleanBytes.first(in: utf8, from: at)
        for index in at..<unclean {
          kept[count] = utf8[index]
          count += 1
        }
        guard unclean < utf8.count else { break }
        let (scalar, length) = UncleanBytes.scalar(utf8, unclean)
        at = unclean + length
        guard UncleanBytes.endsLine(scalar) else { continue }
        kept[count] = UInt8(ascii: "\n")
        count += 1
        // A carriage return takes the line feed behind it along.
        if scalar == 0x0D, at < utf8.count, utf8[at] == 0x0A { at += 1 }
      }
      return String(valid: trim(UnsafeBufferPointer(rebasing: kept[..<count])))
    }
  }

  private static func trim(_ utf8: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = utf8.count
    while start < end {
      let (scalar, length) = UncleanBytes.scalar(utf8, start)
      guard isSpace(scalar) else { break }
      start += length
    }
    while start < end {
      var last = end - 1
      while utf8[last] & 0xC0 == 0x80 { last -= 1 }
      guard isSpace(UncleanBytes.scalar(utf8, last).value) else { break }
      end = last
    }
    return UnsafeBufferPointer(rebasing: utf8[start..<end])
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20: true
    // No Arabic letter is a space.
    case 0x21...0x7E, 0x0600...0x06FF: false
    default: Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }
  }
}
