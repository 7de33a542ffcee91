internal import ArabicText
public import Contracts

/// A proper name in a text: a person's without title, a place's, a body's.
public struct NamedSpan: Sendable, Hashable {
  public var kind: Entity.Kind
  /// Offsets in Unicode scalars, end exclusive; what is written onto its first word is inside.
  public var start: Int
  public var end: Int
}

extension Extractor {
  /// The proper names of a text, in its order, without overlaps.
  public func names(in text: String) -> [NamedSpan] {
    let analysis = analyze(text, published: nil, hasTitle: false)
    return analysis.names.compactMap { name in
      analysis.properTokens(name).map {
        NamedSpan(
          kind: analysis.properKind(name), start: analysis.scalarStart($0),
          end: analysis.scalarEnd($0))
      }
    }
  }
}

extension Analysis {
  /// A name without the noun that only says what it is («دولة قطر», «نادي ليفربول», «جنوب لبنان»);
  /// nil where nothing is left, as in «وزارة الخارجية».
  fileprivate func properTokens(_ name: FoundName) -> Range<Int>? {
    var start = name.tokens.lowerBound
    if name.kind == .organization {
      guard let reading = reading(start, .organizationNoun) else { return name.tokens }
      switch lexicon.nouns[reading.entry].kind {
      case "office": return nil
      case "company", "media", "team":
        guard name.tokens.count > 1, !words[start].clitics.contains(.article),
          name.lexiconName != nil
        else { return name.tokens }
        return start + 1..<name.tokens.upperBound
      default: return name.tokens
      }
    }
    guard name.kind == .place || name.kind == .country else { return name.tokens }
    while start + 1 < name.tokens.upperBound {
      let rest = start + 1
      if facts[start].contains(.direction) {
        start = rest
        continue
      }
      guard let reading = reading(start, .placeNoun), !reading.clitics.contains(.article),
        isListedWhole(rest..<name.tokens.upperBound)
      else { break }
      let kind = lexicon.nouns[reading.entry].kind
      guard kind == "city" || kind == "admin" || kind == "country" else { break }
      start = rest
    }
    return start..<name.tokens.upperBound
  }

  /// A region that is also a group of states («أوروبا») is a place as a name.
  fileprivate func properKind(_ name: FoundName) -> Entity.Kind {
    guard name.kind == .group else { return name.kind }
    let isPlace = phrases(at: name.tokens.lowerBound).contains {
      $0.value.category == .name && $0.tokens == name.tokens
        && lexicon.names[Int($0.value.entry)].kind == .place
    }
    return isPlace ? .place : .group
  }

  private func isListedWhole(_ tokens: Range<Int>) -> Bool {
    phrases(at: tokens.lowerBound).contains {
      $0.value.category == .name && $0.tokens == tokens && $0.clitics.isEmpty
    }
  }
}
