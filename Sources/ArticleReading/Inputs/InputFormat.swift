/// How articles stand in a file.
enum InputFormat {
  /// One JSON object a line.
  case lines
  /// JSON objects, or an array of them.
  case objects
  case plain
  case html
  /// RSS or Atom.
  case feed

  /// By the file's name, `.gz` aside; nil where it tells nothing.
  init?(fileName: String) {
    var name = fileName.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "jsonl", "ndjson": self = .lines
    case "json": self = .objects
    case "txt": self = .plain
    case "html", "htm", "xhtml": self = .html
    case "xml", "rss", "atom": self = .feed
    default: return nil
    }
  }

  /// By the first bytes.
  init(firstBytes: ArraySlice<UInt8>) {
    var rest = firstBytes
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 <= 0x20 }
    switch rest.first {
    case UInt8(ascii: "{"): self = .objects
    case UInt8(ascii: "[") where Self.beginsArray(rest): self = .objects
    case UInt8(ascii: "<"):
      let head = String(decoding: rest.prefix(512), as: UTF8.self).lowercased()
      let isFeed = ["<rss", "<feed", "<rdf:rdf"].contains(where: head.contains)
      self = isFeed ? .feed : .html
    default: self = .plain
    }
  }

  private static func beginsArray(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first { $0 > 0x20 }
    return next == nil || next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }
}
