internal import Contracts

/// A word that tells an event's mode or what it is about.
struct CodeWord: Sendable {
  var origin: RowOrigin
  /// The event type whose mode it tells.
  var type: EventType?
  var mode: String?
  var contexts: Contexts
}

/// Contexts of PLOVER's as a set.
struct Contexts: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ names: [String]) {
    self = []
    for name in names {
      if let bit = PLOVER.contexts.firstIndex(of: name) { insert(Self(bit)) }
    }
  }

  /// - Parameter index: into ``PLOVER/contexts``.
  init(_ index: Int) { rawValue = 1 << UInt64(index) }

  /// In the order of ``PLOVER/contexts``.
  var names: [String] {
    PLOVER.contexts.indices.filter { contains(Self($0)) }.map { PLOVER.contexts[$0] }
  }
}
