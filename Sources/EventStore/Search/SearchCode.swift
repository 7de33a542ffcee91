internal import Contracts

/// Words of the index that no text has: what events are filtered by.
enum SearchCode {
  static func type(_ type: EventType) -> String { "t" + type.rawValue.lowercased() }
  static func status(_ status: EventStatus) -> String { "s" + status.rawValue }
  /// nil for what is no code of a country.
  static func country(_ code: String) -> String? {
    let isCode = code.utf8.count == 3 && code.allSatisfy { $0.isASCII && $0.isLetter }
    return isCode ? "c" + code.lowercased() : nil
  }
  /// Of an event that may have happened on several days.
  static let severalDays = "days"

  /// The point itself, to a hundredth of a degree.
  static func point(_ point: SearchPoint) -> String {
    "p\(cell(point.latitude, 100))x\(cell(point.longitude, 100))"
  }

  /// The degree of latitude and longitude in which the point is.
  static func degree(_ point: SearchPoint) -> String {
    "d\(cell(point.latitude, 1))x\(cell(point.longitude, 1))"
  }

  /// The ten degrees in which the point is.
  static func tenDegrees(_ point: SearchPoint) -> String {
    "e\(cell(point.latitude, 0.1))x\(cell(point.longitude, 0.1))"
  }

  private static func cell(_ degrees: Double, _ cells: Double) -> Int {
    Int(((degrees + 180) * cells).rounded(.down))
  }

  /// All codes of an event.
  static func codes(_ event: Event) -> [String] {
    var codes = [type(event.type), status(event.status)]
    codes += event.countries.compactMap { country($0) }
    if let days = event.days, days.lowerBound != days.upperBound { codes.append(severalDays) }
    if let point = event.point {
      codes += [self.point(point), degree(point), tenDegrees(point)]
    }
    return codes
  }
}
