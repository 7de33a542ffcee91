internal import Foundation

/// Days of the Islamic calendar in its Umm al-Qura form, which the Saudi press dates by.
///
/// Foundation's calendar is asked once, when the first Hijri date is met, for the first day of
/// every month that Umm al-Qura is laid down for; reading a date then is one look-up.
enum HijriCalendar {
  private static let firstYear = 1300
  private static let lastYear = 1500

  /// The first days of all months, and of the one behind the last.
  private static let starts: [Day] = {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = .gmt
    var starts: [Day] = []
    for year in firstYear...lastYear + 1 {
      for month in 1...12 {
        let components = DateComponents(year: year, month: month, day: 1)
        guard let date = calendar.date(from: components) else { continue }
        starts.append(Day(number: Int((date.timeIntervalSince1970 / 86_400).rounded(.down))))
      }
    }
    return starts
  }()

  /// The days of a Hijri month; nil outside the years 1300 to 1500.
  static func month(year: Int, month: Int) -> ClosedRange<Day>? {
    guard (firstYear...lastYear).contains(year), (1...12).contains(month) else { return nil }
    let index = (year - firstYear) * 12 + month - 1
    return starts[index]...(starts[index + 1] - 1)
  }

  /// Year and month that a day falls in.
  static func month(of day: Day) -> (year: Int, month: Int)? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= day { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low < starts.count else { return nil }
    return (firstYear + (low - 1) / 12, (low - 1) % 12 + 1)
  }
}
