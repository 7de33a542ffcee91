internal import Contracts

/// A place in the results of a search, from which it goes on.
///
/// It names no number of results but the event behind which they go on, so what comes and goes
/// meanwhile neither repeats an event nor leaves one out.
public struct SearchCursor: Sendable, Hashable, CustomStringConvertible {
  /// Which part of the results the event was in; see `SearchPlan`.
  let segment: Int
  let key: Int64
  /// What it is a place in the results of.
  let search: UInt32

  init(segment: Int, key: Int64, search: UInt32) {
    self.segment = segment
    self.key = key
    self.search = search
  }

  /// - Returns: nil where the text is none that ``description`` gives.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count <= 16 }),
      let segment = Int(parts[0]), (0..<64).contains(segment),
      let key = Int64(parts[1], radix: 36), key >= 0,
      let search = UInt32(parts[2], radix: 36)
    else { return nil }
    self.init(segment: segment, key: key, search: search)
  }

  /// Letters and digits that a command line takes as they are.
  public var description: String {
    "\(segment)-\(String(key, radix: 36))-\(String(search, radix: 36))"
  }
}

extension SearchQuery {
  /// Tells searches apart, wherever and whenever they are made, but for where they go on and how
  /// far they go.
  var identity: UInt32 {
    var parts = [words, speaker ?? "", from ?? "", to ?? "", story ?? "", order.rawValue]
    parts.append(types.map(\.rawValue).sorted().joined(separator: " "))
    parts.append(statuses.map(\.rawValue).sorted().joined(separator: " "))
    parts.append(countries.map { $0.uppercased() }.sorted().joined(separator: " "))
    parts += participants.map { "\($0.role?.rawValue ?? "") \($0.name)" }
    if let area { parts.append("\(area.latitude) \(area.longitude) \(area.kilometers)") }
    var hash: UInt32 = 0x811C_9DC5
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      hash = (hash ^ 0xFF) &* 0x0100_0193
    }
    return hash
  }
}
