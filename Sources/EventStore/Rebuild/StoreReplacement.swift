/// A store that is made beside another, and takes its place in the end.
protocol StoreReplacement {
  /// The new one.
  var store: EventStore { get }
  /// What the old store has forgotten is forgotten in the new one, too: see ``Horizon``.
  var horizon: Int64 { get }

  /// Puts the new store in the old one's place. Neither can be used afterwards.
  func replace() throws(StoreError)

  /// Takes what was made of the new store away.
  func discard()
}
