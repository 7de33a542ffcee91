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
    withNames(of: text) { analysis in
      analysis.names.compactMap { name in
        analysis.properTokens(name).map {
          NamedSpan(
            kind: analysis.properKind(name), start: analysis.scalarStart($0),
            end: analysis.scalarEnd($0))
        }
      }
    }
  }
}
