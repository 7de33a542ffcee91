package import Contracts

/// Something in a parsed article that its contract rules out.
package struct ContractBreach: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    /// A span that lies outside the text, is empty or does not stand on words.
    case span
    /// An id that nothing has, or that two things have.
    case reference
    /// Order, counts and values.
    case value
  }

  package var kind: Kind
  package var description: String

  /// All breaches of one article.
  package static func all(in parsed: ParsedArticle) -> [ContractBreach] {
    var check = ContractCheck(parsed)
    check.article()
    check.entities()
    check.events()
    return check.breaches
  }
}
