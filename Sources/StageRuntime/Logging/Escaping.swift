/// Makes text from outside harmless to look at.
public enum Escaping {
  /// The text with every character that could break a line, drive a terminal, turn the reading
  /// direction or hide between others written as `\u{…}`.
  ///
  /// The joiners U+200C and U+200D stay: words are written with them.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        escaped.append(contentsOf: scalar.escaped)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidi controls
    case 0x2028, 0x2029, 0xFEFF: true  // line and paragraph separators, byte order mark
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F: true  // no width
    case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true  // annotations, tags
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var escaped: String.UnicodeScalarView {
    "\\u{\(String(value, radix: 16, uppercase: true))}".unicodeScalars
  }
}
