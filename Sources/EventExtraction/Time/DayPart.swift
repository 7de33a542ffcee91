/// A part of the day; the names are those of `time-words.tsv`.
public enum DayPart: String, Sendable {
  case dawn, morning, noon, afternoon, evening, night, daytime

  /// Whether hours up to 11 named with it are counted from noon.
  func isAfterNoon(_ hour: Int) -> Bool {
    switch self {
    case .dawn, .morning, .daytime: false
    case .noon: hour < 10
    case .afternoon, .evening: true
    // «الثانية ليلا» is before dawn.
    case .night: hour >= 6
    }
  }

  /// TimeML's code: `TMO`, `TAF`, `TEV` …
  var code: String {
    switch self {
    case .dawn, .morning: "TMO"
    case .noon: "TMI"
    case .afternoon: "TAF"
    case .evening: "TEV"
    case .night: "TNI"
    case .daytime: "TDT"
    }
  }
}
