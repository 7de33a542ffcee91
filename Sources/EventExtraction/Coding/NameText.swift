internal import ArabicText

extension Analysis {
  /// The source's letters without the clitics before the first word and marks around.
  func nameText(_ tokens: Range<Int>, _ clitics: Clitics) -> String {
    let clitics = written(clitics, on: tokens.lowerBound)
    let lead = lead(tokens.lowerBound, clitics)
    let name = NameText.trimmed(UnsafeBufferPointer(rebasing: bytes(tokens)[lead.bytes...]))
    return clitics.isSuperset(of: [.li, .article]) && lead.scalars > 0 ? "ال" + name : name
  }

  /// Where a mention's words begin behind a conjunction and preposition.
  func mentionStart(_ mention: Int) -> Int {
    scalarStart(mentions[mention].tokens) + lead(of: mention).scalars
  }

  /// A mention's words from there on.
  func mentionText(_ mention: Int) -> String {
    String(decoding: bytes(mentions[mention].tokens)[lead(of: mention).bytes...], as: UTF8.self)
  }

  private func lead(of mention: Int) -> (scalars: Int, bytes: Int) {
    let tokens = mentions[mention].tokens
    return lead(
      tokens.lowerBound, written(mentions[mention].clitics, on: tokens.lowerBound),
      atMost: scalarEnd(tokens) - scalarStart(tokens) - 1)
  }

  /// The clitics of a phrase whose own article «لل» has taken in: «للقناة الوطنية».
  private func written(_ clitics: Clitics, on token: Int) -> Clitics {
    guard clitics.contains(.li), !clitics.contains(.article) else { return clitics }
    let hasArticle = words[token].readings.contains {
      readings[$0].clitics.isSuperset(of: [.li, .article])
    }
    return hasArticle ? clitics.union(.article) : clitics
  }

  /// How much of a word its clitics take: a scalar each, signs aside; «لل» gives both.
  private func lead(
    _ token: Int, _ clitics: Clitics, atMost limit: Int = .max
  ) -> (scalars: Int, bytes: Int) {
    var letters = clitics.isDisjoint(with: .conjunction) ? 0 : 1
    if clitics.isSuperset(of: [.li, .article]) {
      letters += 2
    } else if !clitics.isDisjoint(with: .preposition) {
      letters += 1
    }
    guard letters > 0 else { return (0, 0) }
    var lead = (scalars: 0, bytes: 0)
    let bytes = bytes(token..<token + 1)
    while lead.bytes < bytes.count, lead.scalars < limit {
      let (scalar, length) = Folding.decode(bytes, lead.bytes)
      if !Folding.isMark(scalar) {
        if letters == 0 { break }
        letters -= 1
      }
      lead.scalars += 1
      lead.bytes += length
    }
    return lead
  }
}

/// Names as the source's bytes.
enum NameText {
  /// A text without the quotation marks, brackets, commas and spaces at either end.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var start = 0
    var end = bytes.count
    while start < end {
      let (scalar, length) = Folding.decode(bytes, start)
      guard isMark(scalar) else { break }
      start += length
    }
    while start < end {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard isMark(Folding.decode(bytes, last).value) else { break }
      end = last
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    // " ( ) « » “ ” and the Arabic comma
    case 0x20, 0x22, 0x28, 0x29, 0xAB, 0xBB, 0x201C, 0x201D, 0x060C: true
    default: false
    }
  }
}
