internal import ArgumentParser
internal import Foundation

/// A day as `YYYY-MM-DD`.
struct Day: ExpressibleByArgument, Hashable {
  var text: String

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }),
      let month = Int(parts[1]), (1...12).contains(month),
      let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    text = argument
  }

  /// All days from one to another; none where either is not given.
  static func all(from first: Day?, to last: Day?) -> [String] {
    guard let first, let last else { return [] }
    let style = Date.ISO8601FormatStyle().year().month().day()
    guard var date = try? Date(first.text, strategy: style) else { return [] }
    var days: [String] = []
    while case let day = date.formatted(style), day <= last.text {
      days.append(day)
      date += 86_400
    }
    return days
  }
}
