import Testing

@testable import ArticleReading

@Suite struct PublicationTimeTests {
  @Test(arguments: [
    ("2024-03-30", "2024-03-30"),
    ("2024-03-30T09:15:00Z", "2024-03-30T09:15:00Z"),
    ("2024-03-30t09:15:00.25z", "2024-03-30T09:15:00.25Z"),
    ("2024-03-30 09:15", "2024-03-30T09:15:00"),
    ("2024-03-30 09:15:00 +0800", "2024-03-30T09:15:00+08:00"),
    ("2024-02-29T09:15:00-03", "2024-02-29T09:15:00-03:00"),
    ("Sat, 30 Mar 2024 09:15:00 +0800", "2024-03-30T09:15:00+08:00"),
    ("30/03/2024", "2024-03-30"),
    ("1/8/2015 09:15", "2015-08-01T09:15:00"),
    ("2024/03/30", "2024-03-30"),
    ("3 Mar 2024 09:15:00 GMT", "2024-03-03T09:15:00Z"),
    ("Sat, 30 Mar 2024 09:15:00 EST", "2024-03-30"),
  ])
  func isBroughtToOneForm(text: String, expected: String) {
    #expect(PublicationTime.normalized(text) == expected)
  }

  @Test(arguments: [
    "", "2024", "2023-02-29", "2024-13-01", "2024-03-30T", "2024-03-30T25:00:00Z", "yesterday",
    "03/30/2024", "30/03/24", "30/02/2024", "2024-03-30T09:15:00+99:00", "2024-03-30x",
    "٢٠٢٤-٠٣-٣٠", "Sat, 31 Feb 2024",
  ])
  func anythingElseIsNone(text: String) { #expect(PublicationTime.normalized(text) == nil) }
}
