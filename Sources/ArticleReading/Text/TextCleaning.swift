/// Takes out what no reader sees; every letter, mark and punctuation sign stays as it is.
enum TextCleaning {
  /// Line ends become `\n`; control, bidi, zero-width and soft-hyphen characters go; white space
  /// at either end goes.
  static func clean(_ text: String) -> String {
    var text = text
    // Most articles hold nothing of the sort and need not be copied.
    if text.withUTF8(isClean), !isSpace(text.unicodeScalars.first),
      !isSpace(text.unicodeScalars.last)
    {
      return text
    }
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

  private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isWhitespace ?? false
  }

  /// Whether no character is to be dropped or replaced.
  private static func isClean(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in utf8.indices {
      switch utf8[at] {
      case 0x09, 0x0A: continue
      case 0x00...0x1F, 0x7F: return false
      // The lead bytes of what is dropped or replaced, each with the second bytes that matter;
      // valid UTF-8 always has one.
      case 0xC2 where utf8[at + 1] < 0xA0 || utf8[at + 1] == 0xAD: return false
      case 0xD8 where utf8[at + 1] == 0x9C: return false
      case 0xE1 where utf8[at + 1] == 0xA0: return false
      case 0xE2 where utf8[at + 1] == 0x80 && isControl(utf8[at + 2]): return false
      case 0xE2 where utf8[at + 1] == 0x81 && utf8[at + 2] >= 0xA0: return false
      case 0xEF where utf8[at + 1] == 0xBB && utf8[at + 2] == 0xBF: return false
      case 0xEF where utf8[at + 1] == 0xBF && utf8[at + 2] >= 0xB9: return false
      default: continue
      }
    }
    return true
  }

  /// The third byte of U+200B to U+200F and of U+2028 to U+202E.
  private static func isControl(_ byte: UInt8) -> Bool {
    (0x8B...0x8F).contains(byte) || (0xA8...0xAE).contains(byte)
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
