/// A year, a month of one, or a day of one, as precise as the text is.
public struct CalendarDate: Sendable, Hashable {
  public var year: Int
  public var month: Int?
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  public init(_ day: Day) {
    let (year, month, date) = day.civil
    self.init(year: year, month: month, day: date)
  }

  /// The first day of it.
  public var first: Day? { Day(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day of it.
  public var last: Day? {
    let month = month ?? 12
    return Day(year: year, month: month, day: day ?? Day.length(year: year, month: month))
  }

  /// `2024-03-30`, `2024-03` or `2024`.
  public var iso: String {
    guard (0...9999).contains(year), (0...99).contains(month ?? 0), (0...99).contains(day ?? 0)
    else {
      return
        ([TimeSpan.padded(year, 4)]
        + [month, day].compactMap { $0.map { TimeSpan.padded($0, 2) } }).joined(separator: "-")
    }
    // Short enough for a string that needs no memory.
    return String(unsafeUninitializedCapacity: 10) { text in
      Self.write(year / 100, text, at: 0)
      Self.write(year % 100, text, at: 2)
      var count = 4
      for part in [month, day] {
        guard let part else { continue }
        text[count] = UInt8(ascii: "-")
        Self.write(part, text, at: count + 1)
        count += 3
      }
      return count
    }
  }

  /// Writes two digits.
  private static func write(_ number: Int, _ text: UnsafeMutableBufferPointer<UInt8>, at place: Int)
  {
    text[place] = UInt8(ascii: "0") + UInt8(number / 10)
    text[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
  }
}

/// A time of day.
public struct Clock: Sendable, Hashable {
  public var hour: Int
  public var minute: Int
  @SmallNumber public var second: Int?

  public init(hour: Int, minute: Int = 0, second: Int? = nil) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// `15:30` or `15:30:05`.
  public var iso: String {
    TimeSpan.padded(hour, 2) + ":" + TimeSpan.padded(minute, 2)
      + (second.map { ":" + TimeSpan.padded($0, 2) } ?? "")
  }
}

/// What a time expression stands for: from a date to a date, both included, or one of them.
public struct TimeSpan: Sendable, Hashable {
  public var start: CalendarDate
  public var end: CalendarDate

  public init(_ start: CalendarDate, _ end: CalendarDate? = nil) {
    self.start = start
    self.end = end ?? start
  }

  public init(_ start: Day, _ end: Day? = nil) {
    self.init(CalendarDate(start), end.map { CalendarDate($0) })
  }

  /// One date, or two parted by `/`.
  public var iso: String { start == end ? start.iso : start.iso + "/" + end.iso }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
