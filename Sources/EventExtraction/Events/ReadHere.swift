internal import ArabicText
internal import Contracts

extension Analysis {
  /// Makes each «هنا» a mention of the place that the article was written in, or of an unnamed one
  /// where no dateline tells it.
  func readHere() {
    let place = dateline?.place.flatMap { range in
      mentions.indices.first { mentions[$0].tokens.lowerBound == range.lowerBound }
    }
    let here = Self.here
    for token in words.indices where words[token].tag == .function && key(token) == here {
      // «من هنا» draws a conclusion, «هنا وهناك» is anywhere.
      guard token > 0, key(token - 1) != Self.from,
        token + 1 == words.count || key(token + 1) != Self.andThere
      else { continue }
      var mention = Mention(tokens: token..<token + 1, head: token, kind: .place)
      mention.isDefinite = true
      if let place {
        mention.country = mentions[place].country
        mention.entity = mentions[place].entity
      }
      hereAt[token] = mentions.count
      mentions.append(mention)
    }
  }

  private static let here = WordKey(Letter.fold("هنا"))
  private static let from = WordKey(Letter.fold("من"))
  private static let andThere = WordKey(Letter.fold("وهناك"))
}
