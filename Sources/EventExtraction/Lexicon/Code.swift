/// Three capital letters as one number: of a country (ISO 3166-1 alpha-3) or of a PLOVER sector.
struct Code: Hashable, Sendable {
  private let letters: UInt32

  /// - Returns: nil for what are not three capital letters.
  init?(_ text: String) { self.init(text.utf8) }

  init?(_ utf8: some Collection<UInt8>) {
    guard utf8.count == 3, utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    letters = utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  var text: String {
    String(unsafeUninitializedCapacity: 3) { buffer in
      for index in 0..<3 { buffer[index] = UInt8(truncatingIfNeeded: letters >> (16 - 8 * index)) }
      return 3
    }
  }

  /// The codes among some words, for tables in the source.
  static func set(_ words: String) -> Set<Code> { Set(words.words.compactMap { Code(String($0)) }) }
}
