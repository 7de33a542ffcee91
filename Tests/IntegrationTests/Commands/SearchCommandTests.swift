import Contracts
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct SearchCommandTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try SampleEvents.store(
      [
        SampleEvents.parsed("a"),
        SampleEvents.parsed(
          "b", type: .state, sentence: "وقال المتحدث إنه زار بكين", country: "EGY"),
      ], at: scratch.path("events.sqlite"))
  }

  private func search(_ arguments: String...) async throws -> Tool.Output {
    try await Tool.run(["search", "--store", scratch.path("events.sqlite")] + arguments)
  }

  @Test func jsonGivesTheEventsAsTheyStandInTheirTopic() async throws {
    let found = try await search("زَارَ", "--format", "json")
    #expect(found.status == 0)
    let objects = try found.objects
    #expect(Set(objects.map { $0["id"] as? String }) == ["a-1", "b-1"])
    #expect(objects.allSatisfy { $0["schema"] as? String == "rawi.event/1" })
  }

  @Test func argumentsOfManyWordsArePhrases() async throws {
    #expect(try await search("مدينة شيان").lines.count == 1)
    #expect(try await search("شيان مدينة").lines.isEmpty)
    #expect(try await search("شيان", "مدينة").lines.count == 1)
  }

  @Test func filters() async throws {
    #expect(try await search("زار", "--type", "state").objects.count == 1)
    #expect(try await search("زار", "--country", "chn").objects.count == 1)
    #expect(try await search("--limit", "1").objects.count == 1)
  }

  @Test func pagesGoOnWhereStandardErrorSays() async throws {
    let first = try await search("زار", "--limit", "1", "--format", "csv")
    #expect(first.lines.count == 2 && first.lines[0].hasPrefix("id,"))
    let place = try #require(first.err.split(separator: " ").last?.dropLast())
    #expect(first.err.hasPrefix("rawi: more with --after "))
    let second = try await search("زار", "--limit", "5", "--format", "csv", "--after", "\(place)")
    #expect(second.lines.count == 2 && second.lines[1] != first.lines[1])
    #expect(second.err.isEmpty)
    let other = try await search("شيان", "--after", "\(place)")
    #expect(other.status == 1 && other.errorLines.count == 1)
    #expect(try await search("زار", "--after", "nonsense").status == 64)
  }

  @Test func whoAndWhereNarrowASearch() async throws {
    #expect(try await search("--actor", "رئيس").objects.count == 2)
    #expect(try await search("--recipient", "الرئيس").objects.isEmpty)
    #expect(try await search("--status", "negated").objects.isEmpty)
    #expect(try await search("--near", "34.3,108.9", "--radius", "10").objects.isEmpty)
    #expect(try await search("--near", "34.3").status == 64)
    #expect(try await search("--radius", "99999", "--near", "1,1").status == 1)
    let map = try await search("زار", "--format", "geojson")
    #expect(map.out.hasPrefix(#"{"type":"FeatureCollection","features":["#))
  }

  @Test func queriesThatNobodyMeansAreRefusedInOneLine() async throws {
    let long = Array(repeating: String(repeating: "كلمة ", count: 5000), count: 20)
    for words in [long, ["\u{202E}\u{2066}"], ["\"", "«»"], ["؟!*^"]] {
      let output = try await Tool.run(
        ["search", "--store", scratch.path("events.sqlite")] + words)
      #expect(output.status == 1 && output.errorLines.count == 1, "\(output.err)")
      #expect(output.err.utf8.count < 200 && output.out.isEmpty)
    }
  }

  @Test func textIsSafeForTheTerminal() async throws {
    let text = try await search("زار", "--format", "text", "--country", "CHN")
    #expect(text.out.hasPrefix("CONSULT · actual\n"))
    #expect(text.out.contains("actors      \u{2068}الرئيس [2J\u{2069} CHN\n"))
    #expect(!text.out.contains("\u{1B}") && !text.out.contains("\u{202E}"))
    // Every line that holds Arabic opens and closes its isolates.
    for line in text.lines {
      let opened = line.unicodeScalars.count { $0 == "\u{2068}" }
      #expect(opened == line.unicodeScalars.count { $0 == "\u{2069}" })
    }
  }

  @Test func mistakesAreToldInOneLine() async throws {
    let missing = try await Tool.run(["search", "x", "--store", "/nowhere/events.sqlite"])
    #expect(missing.status == 1)
    #expect(missing.errorLines.count == 1)
    #expect(missing.err.contains("/nowhere/events.sqlite"))
    #expect(try await search("--since", "yesterday").status == 64)
    #expect(try await search("--country", "China").status == 64)
    let empty = try await search("،،")
    #expect(empty.status == 1)
  }
}
