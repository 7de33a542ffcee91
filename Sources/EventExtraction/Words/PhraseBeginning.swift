internal import ArabicText

/// A node of the phrases that a form's stem leads to, and what was cut off for it.
struct PhraseBeginning {
  var node: Int32
  var clitics: Clitics
  /// The phrases that end there already; memory of the lexicon.
  var values: UnsafeBufferPointer<PhraseTrie.Value>
  /// Whether some phrase goes on.
  var goesOn: Bool

  /// The whole word, and what is left of it behind و, ف, ب, ل, ك and their pairs; «لل» gives back
  /// the article's alef.
  static func forEach(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Clitics) -> Void
  ) {
    func rest(_ from: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: word[from...])
    }
    func afterConjunction(_ start: Int, _ clitics: Clitics) {
      body(rest(start), clitics)
      guard word.count - start >= 3 else { return }
      switch word[start] {
      case Letter.ba: body(rest(start + 1), clitics.union(.bi))
      case Letter.kaf: body(rest(start + 1), clitics.union(.ka))
      case Letter.lam:
        body(rest(start + 1), clitics.union(.li))
        if word[start + 1] == Letter.lam {
          withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count - start) { whole in
            whole[0] = Letter.alef
            for offset in 1..<word.count - start { whole[offset] = word[start + offset] }
            body(UnsafeBufferPointer(whole), clitics.union(.li))
          }
        }
      default: break
      }
    }
    afterConjunction(0, [])
    guard word.count >= 3 else { return }
    if word[0] == Letter.waw { afterConjunction(1, .wa) }
    if word[0] == Letter.fa { afterConjunction(1, .fa) }
  }
}
