import EventExtraction
import Testing

@Suite struct TimeDayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2024-03-30", 19_812, 6),
    ("1900-03-01", -25_508, 4), ("1391-12-05", -211_137, 1),
  ])
  func daysAreCounted(iso: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(CalendarDate(day).iso == iso)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in stride(from: -80_000, through: 80_000, by: 1) {
      let (year, month, day) = Day(number: number).civil
      if Day(year: year, month: month, day: day)?.number != number {
        Issue.record("day \(number) came back wrong")
        return
      }
    }
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "abc", ""])
  func whatIsNoDayIsNone(iso: String) {
    #expect(Day(iso: iso) == nil)
  }

  @Test func monthsEndWithTheirLastDay() {
    #expect(Day(iso: "2024-01-31")?.adding(months: 1) == Day(iso: "2024-02-29"))
    #expect(Day(iso: "2024-01-15")?.adding(months: -1) == Day(iso: "2023-12-15"))
  }
}
