extension MarkupTokens {
  /// The tag's attributes, names in lower case, references decoded; of one that stands twice the
  /// first counts, and what follows the 64th is passed over.
  func attributes(of tag: Tag) -> [String: String] {
    var found: [String: String] = [:]
    var at = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[range])
    }
    while found.count < 64 {
      while at < end, isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
      guard at < end else { break }
      let nameStart = at
      at += 1
      while at < end, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "=") { at += 1 }
      let name = String(decoding: text(nameStart..<at), as: UTF8.self).lowercased()
      while at < end, isSpace(bytes[at]) { at += 1 }
      guard at < end, bytes[at] == UInt8(ascii: "=") else {
        if found[name] == nil { found[name] = "" }
        continue
      }
      at += 1
      while at < end, isSpace(bytes[at]) { at += 1 }
      var value = at..<at
      if at < end, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        let quote = bytes[at]
        at += 1
        let start = at
        while at < end, bytes[at] != quote { at += 1 }
        value = start..<at
        at = min(at + 1, end)
      } else {
        let start = at
        while at < end, !isSpace(bytes[at]) { at += 1 }
        value = start..<at
      }
      if found[name] == nil {
        var decoded: [UInt8] = []
        CharacterReferences.decode(text(value), into: &decoded)
        found[name] = String(decoding: decoded, as: UTF8.self)
      }
    }
    return found
  }
}
