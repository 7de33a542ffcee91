import Contracts
import EventExtraction

/// The names that are read in a text, as written.
enum NamesRead {
  static func all(_ kinds: Set<Entity.Kind>, in text: String) throws -> [String] {
    let scalars = Array(text.unicodeScalars)
    return try Shared.extractor().names(in: text).filter { kinds.contains($0.kind) }.map { name in
      String(String.UnicodeScalarView(scalars[name.start..<name.end]))
    }
  }

  static func persons(in text: String) throws -> [String] { try all([.person], in: text) }
  static func places(in text: String) throws -> [String] { try all([.place, .country], in: text) }
  static func bodies(in text: String) throws -> [String] { try all([.organization], in: text) }
}
