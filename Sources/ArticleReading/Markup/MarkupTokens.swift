/// Cuts HTML or XML into tags and text, however broken it is, in one pass over the bytes.
///
/// Written for this because tree builders are not safe on hostile pages: libxml2 2.9 takes ten
/// minutes over a 2 MiB tag of many attributes, and any tree can be nested deeper than a stack.
struct MarkupTokens: IteratorProtocol {
  enum Token {
    /// Bytes in which character references stand for themselves where `isLiteral`.
    case text(Range<Int>, isLiteral: Bool)
    case start(Tag)
    case end(name: String)
  }

  struct Tag {
    let name: String
    /// The bytes after the name, up to `>`.
    let attributes: Range<Int>
    let isSelfClosing: Bool
  }

  enum Language { case html, xml }

  let bytes: UnsafeBufferPointer<UInt8>
  private let language: Language
  private var position = 0
  /// The element whose content comes next and is not mark-up.
  private var rawElement: String?
  /// Elements for which no closing tag is left, so that each is searched for only once.
  private var unclosed: Set<String> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, language: Language) {
    self.bytes = bytes
    self.language = language
  }

  mutating func next() -> Token? {
    if let name = rawElement {
      rawElement = nil
      if let token = rawText(of: name) { return token }
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return text(from: position) }
      if let token = markup() { return token }
    }
    return nil
  }

  private mutating func text(from start: Int) -> Token {
    position = index(of: UInt8(ascii: "<"), from: start + 1)
    return .text(start..<position, isLiteral: false)
  }

  /// What begins with `<`; nil where it is a comment or declaration, which is passed.
  private mutating func markup() -> Token? {
    let start = position
    guard start + 1 < bytes.count else { return text(from: start) }
    switch bytes[start + 1] {
    case let byte where isLetter(byte): return startTag()
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count, isLetter(bytes[start + 2]) else { return passBogus() }
      position = start + 2
      let name = name()
      position = min(index(of: UInt8(ascii: ">"), from: position) + 1, bytes.count)
      return .end(name: name)
    case UInt8(ascii: "!"):
      if follows("<!--") {
        position = end(of: "-->", from: start + 4)
        return nil
      }
      if language == .xml, follows("<![CDATA[") {
        position = end(of: "]]>", from: start + 9)
        let closes = position >= start + 12 && bytes[position - 1] == UInt8(ascii: ">")
        return .text(start + 9..<(closes ? position - 3 : position), isLiteral: true)
      }
      return passBogus()
    case UInt8(ascii: "?"): return passBogus()
    default: return text(from: start)
    }
  }

  private mutating func passBogus() -> Token? {
    position = min(index(of: UInt8(ascii: ">"), from: position) + 1, bytes.count)
    return nil
  }

  private mutating func startTag() -> Token? {
    position += 1
    let name = name()
    let start = position
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        isValueStart(position, after: start)
      {
        quote = byte
      }
      position += 1
    }
    let end = position
    position = min(position + 1, bytes.count)
    let isSelfClosing = end > start && bytes[end - 1] == UInt8(ascii: "/")
    if language == .html, Self.rawElements.contains(name) { rawElement = name }
    return .start(Tag(name: name, attributes: start..<end, isSelfClosing: isSelfClosing))
  }

  /// A quote opens a value only after `=`; elsewhere it is a stray mark.
  private func isValueStart(_ at: Int, after start: Int) -> Bool {
    var before = at - 1
    // White space between `=` and the quote is rare and short; a longer run is no value.
    while before >= start, at - before < 16, isSpace(bytes[before]) { before -= 1 }
    return before >= start && bytes[before] == UInt8(ascii: "=")
  }

  /// The content of `script` and its like up to their closing tag.
  private mutating func rawText(of name: String) -> Token? {
    let start = position
    if !unclosed.contains(name) {
      var at = start
      while at < bytes.count {
        at = index(of: UInt8(ascii: "<"), from: at)
        if at + 2 + name.utf8.count <= bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
          zip(bytes[(at + 2)...], name.utf8).allSatisfy({ $0 | 0x20 == $1 })
        {
          position = at
          return start == at ? nil : .text(start..<at, isLiteral: name != "title")
        }
        at += 1
      }
      unclosed.insert(name)
    }
    // Whoever forgets to close a title still wants the page to be read; the rest of a script is
    // not text.
    guard name == "script" || name == "style" else { return nil }
    position = bytes.count
    return nil
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    let name = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    return language == .html ? name.lowercased() : name
  }

  private func index(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes[start...].firstIndex(of: byte) ?? bytes.count
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// The place after `mark`, or the end of the bytes.
  private func end(of mark: StaticString, from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var at = min(start, bytes.count)
      while at + mark.count <= bytes.count {
        if bytes[at] == mark[0], bytes[at...].starts(with: mark) { return at + mark.count }
        at += 1
      }
      return bytes.count
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "noframes", "noembed", "xmp",
  ]
}
