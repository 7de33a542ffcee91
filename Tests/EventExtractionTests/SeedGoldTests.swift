import Evaluation
import Testing

/// The two seeds against what annotators found in them. The floors are what has been reached; they
/// go up with it.
@Suite struct SeedGoldTests {
  private func score() throws -> EventScore {
    var score = EventScore()
    for (gold, parsed) in try Shared.annotated() { score.add(parsed, against: gold) }
    return score
  }

  @Test func bothAreMeasured() throws {
    let score = try score()
    #expect(score.articles == 2)
    #expect(score.strayed == [])
  }

  @Test func eventsAreFoundWithTheirTypes() throws {
    #expect(try score().types.f1 >= 0.80)
  }

  @Test func whoSaysItIsKnown() throws {
    let speaker = try score().speaker
    #expect(speaker.asked >= 8)
    #expect(try #require(speaker.value) >= 0.95)
  }
}
