/// Annotations that cannot be measured against.
package struct GoldError: Error, CustomStringConvertible, Sendable {
  /// The file, or the article's id.
  package var origin: String
  package var reason: String

  package init(_ origin: String, _ reason: String) {
    self.origin = origin
    self.reason = reason
  }

  package var description: String { "\(origin): \(reason)" }
}
