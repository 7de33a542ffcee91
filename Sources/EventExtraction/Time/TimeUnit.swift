/// What times are counted in.
public enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case second, minute, hour, day, week, month, year, decade, century

  /// How many months one is; nil below a month.
  var months: Int? {
    switch self {
    case .month: 1
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: nil
    }
  }

  /// How many days one is; nil for other units than days and weeks.
  var days: Int? {
    switch self {
    case .day: 1
    case .week: 7
    default: nil
    }
  }
}

/// A length of time, by units as the text counts them.
public struct TimeLength: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public var amount: Double
    public var unit: TimeUnit

    public init(_ amount: Double, _ unit: TimeUnit) {
      self.amount = amount
      self.unit = unit
    }
  }

  /// At most two, the greater unit first.
  public var first: Part
  public var second: Part?

  public init(_ first: Part, _ second: Part? = nil) {
    self.first = first
    self.second = second
  }

  /// ISO 8601: `P3D`, `PT1.5H`, `P1Y2M`.
  public var iso: String {
    var parts = [first]
    if let second { parts.append(second) }
    parts.sort { Self.order($0.unit) < Self.order($1.unit) }
    var text = "P"
    var isTime = false
    for part in parts {
      var amount = part.amount
      if part.unit == .decade { amount *= 10 }
      if part.unit == .century { amount *= 100 }
      if Self.order(part.unit) >= 4 && !isTime {
        isTime = true
        text += "T"
      }
      text +=
        amount == amount.rounded() && abs(amount) < 1e15 ? String(Int(amount)) : String(amount)
      text += Self.letter(part.unit)
    }
    return text
  }

  private static func order(_ unit: TimeUnit) -> Int {
    switch unit {
    case .century, .decade, .year: 0
    case .month: 1
    case .week: 2
    case .day: 3
    case .hour: 4
    case .minute: 5
    case .second: 6
    }
  }

  private static func letter(_ unit: TimeUnit) -> String {
    switch unit {
    case .second: "S"
    case .minute, .month: "M"
    case .hour: "H"
    case .day: "D"
    case .week: "W"
    case .year, .decade, .century: "Y"
    }
  }
}
