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

  /// The names in the order of ``PLOVER/contexts``.
  var names: [String] { isEmpty ? [] : indices.map { PLOVER.contexts[$0] } }

  /// The places in ``PLOVER/contexts``, in their order.
  var indices: some Sequence<Int> {
    sequence(state: rawValue) { rest -> Int? in
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }
}
