/// Takes out what no reader sees; every letter, mark and punctuation sign stays as it is.
enum TextCleaning {
  /// Line ends become `\n`; control, bidi, zero-width and soft-hyphen characters go; white space
  /// at either end goes.
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var afterCarriageReturn = false
    for scalar in text.unicodeScalars {
      defer { afterCarriageReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A: if !afterCarriageReturn { kept.append("\n") }
      case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: kept.append("\n")
      case let value where isDropped(value): continue
      default: kept.append(scalar)
      }
    }
    return trim(kept)
  }

  /// The same for what stands on one line; nil where nothing is left.
  static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    var cleaned = clean(text)
    if cleaned.utf8.contains(UInt8(ascii: "\n")) {
      cleaned = cleaned.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return cleaned.isEmpty ? nil : cleaned
  }

  private static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD: true  // soft hyphen
    case 0x061C, 0x180E: true  // Arabic letter mark, Mongolian vowel separator
    case 0x200B...0x200F: true  // zero width, left-to-right and right-to-left marks
    case 0x202A...0x202E: true  // embeddings and overrides
    case 0x2060...0x206F: true  // word joiner, isolates, deprecated controls
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func trim(_ scalars: String.UnicodeScalarView) -> String {
    let isText = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: isText), let last = scalars.lastIndex(where: isText)
    else { return "" }
    return String(scalars[first...last])
  }
}
