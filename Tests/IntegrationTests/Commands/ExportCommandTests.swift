import Contracts
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ExportCommandTests {
  let scratch: Scratch
  let days: String

  init() throws {
    scratch = try Scratch()
    days = scratch.path("days")
    try SampleEvents.store(
      [
        article("a", "2024-03-30"), article("b", "2024-04-01", "قال \"نعم\"، ثم 'لا', وذهب"),
        article("c", nil), article("d", "2024-03-30"),
      ], at: scratch.path("events.sqlite"))
  }

  private func article(
    _ id: String, _ published: String?, _ sentence: String = "زار الرئيس مدينة شيآن"
  ) -> ParsedArticle {
    var article = SampleEvents.parsed(id, sentence: sentence)
    article.article.publishedAt = published
    article.entities.append(
      .init(id: "e2", kind: .place, name: "شيآن", latitude: 34.26, longitude: 108.93))
    article.events[0].place = .init(entity: "e2", name: "شيآن", country: "CHN")
    return article
  }

  private func export(_ arguments: String...) async throws -> Tool.Output {
    try await Tool.run(["export", days, "--store", scratch.path("events.sqlite")] + arguments)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: days).sorted()
  }

  @Test func thereIsAFileForEachDay() async throws {
    let output = try await export()
    #expect(output.status == 0, "\(output.err)")
    #expect(output.err == "rawi: 4 events in 3 files in \(days)\n")
    #expect(
      try names() == ["20240330.export.csv", "20240401.export.csv", "undated.export.csv"])
    let lines = try scratch.text("days/20240330.export.csv").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("id,version,first_day,last_day,type,"))
    #expect(lines[1].contains(",2024-03-30,2024-03-30,CONSULT,,actual,"))
    #expect(lines[1].contains(",شيآن,CHN,34.26,108.93,"))
    let quoted = try scratch.text("days/20240401.export.csv")
    #expect(quoted.contains(#","قال ""نعم""، ثم 'لا', وذهب","#))
  }

  @Test func daysWithoutEventsReplaceWhatWasThere() async throws {
    let folder = URL(filePath: days)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["20240331.export.csv", "20240330.export.csv.partial", "20240101.export.csv"] {
      try Data("old".utf8).write(to: folder.appending(path: name))
    }
    let output = try await export("--since", "2024-03-30", "--until", "2024-04-01")
    #expect(output.status == 0, "\(output.err)")
    #expect(
      try names() == [
        "20240101.export.csv", "20240330.export.csv", "20240331.export.csv", "20240401.export.csv",
      ])
    #expect(try scratch.text("days/20240331.export.csv").hasPrefix("id,"))
    #expect(try scratch.text("days/20240331.export.csv").split(separator: "\n").count == 1)
  }

  @Test func mapsHaveAPointForEachPlace() async throws {
    let output = try await export("--format", "geojson", "--words", "شيان")
    #expect(output.status == 0, "\(output.err)")
    let data = Data(try scratch.text("days/20240330.export.geojson").utf8)
    let map = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(map["type"] as? String == "FeatureCollection")
    let features = try #require(map["features"] as? [[String: Any]])
    #expect(features.count == 2)
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    #expect(geometry["coordinates"] as? [Double] == [108.93, 34.26])
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["actor_countries"] as? [String] == ["CHN"])
    #expect(properties["speaker"] is NSNull)
  }

  @Test func mistakesAreToldInOneLine() async throws {
    let text = try await export("--format", "text")
    #expect(text.status == 64)
    let days = try await export("--since", "2024-04-01", "--until", "2024-03-30")
    #expect(days.status == 64)
    let missing = try await Tool.run(["export", self.days, "--store", "/nowhere/events.sqlite"])
    #expect(missing.status == 1 && missing.errorLines.count == 1)
    try scratch.file("file", containing: "")
    let file = try await Tool.run(
      ["export", scratch.path("file"), "--store", scratch.path("events.sqlite")])
    #expect(file.status == 1 && file.errorLines.count == 1, "\(file.err)")
  }
}
