internal import Contracts

/// One figure of `rawi evaluate`.
struct Measure: Sendable {
  enum Unit: String, Sendable {
    /// From 0 to 1.
    case share
    case count
    case perSecond = "per second"
  }

  /// What belongs together in the table: the data that were measured on.
  var group: String
  var name: String
  /// Nil where nothing was asked.
  var value: Double?
  var unit: Unit
  /// Of how many.
  var of: Int

  /// A share of `of` things.
  init(_ group: String, _ name: String, right: Int, of: Int) {
    self.init(group, name, share: of == 0 ? nil : Double(right) / Double(of), of: of)
  }

  init(_ group: String, _ name: String, share: Double?, of: Int) {
    (self.group, self.name, value, unit, self.of) = (group, name, share, .share, of)
  }

  init(_ group: String, _ name: String, count: Int, of: Int) {
    (self.group, self.name, value, unit, self.of) = (group, name, Double(count), .count, of)
  }

  init(_ group: String, _ name: String, perSecond: Double, of: Int) {
    (self.group, self.name, value, unit, self.of) = (group, name, perSecond, .perSecond, of)
  }
}

extension Measure: JSONWritable {
  func write(to json: inout JSONWriter) {
    json.object {
      $0.field("group", group)
      $0.field("measure", name)
      $0.field("value", value)
      $0.field("unit", unit.rawValue)
      $0.field("of", of)
    }
  }
}
