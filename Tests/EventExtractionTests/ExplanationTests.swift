import Contracts
import Evaluation
import EventExtraction
import Testing

@Suite struct ExplanationTests {
  static func explained(_ text: String) throws -> Explanation {
    try Shared.extractor().explain(RawArticle(body: text), id: "why")
  }

  static func reason(_ part: String, _ explanation: Explanation) -> Explanation.Reason? {
    explanation.events.first?.reasons.first { $0.part == part }
  }

  @Test func explainingChangesNothing() throws {
    for (gold, parsed) in try Shared.annotated() {
      let explanation = try Shared.extractor().explain(gold.article, id: gold.id)
      #expect(explanation.article == parsed)
      #expect(explanation.events.map(\.event) == parsed.events)
    }
  }

  @Test func everyTypeNamesItsLineAndEveryParticipantItsRule() throws {
    for (gold, _) in try Shared.annotated() {
      for event in try Shared.extractor().explain(gold.article, id: gold.id).events {
        let type = try #require(event.reasons.first { $0.part == "type" })
        #expect(!type.entries.isEmpty)
        for entry in type.entries { #expect(entry.contains(".tsv:"), "\(entry)") }
        for reason in event.reasons where ["actor", "recipient", "speaker"].contains(reason.part) {
          #expect(reason.rule != nil, "\(reason)")
        }
      }
    }
  }

  @Test func triggerStandsInItsSentence() throws {
    let explanation = try Self.explained("وصل الوفد. ولم يلتق الوزير السفير.")
    let event = try #require(explanation.events.last)
    let scalars = Array(event.sentence.unicodeScalars)
    let trigger = String(
      String.UnicodeScalarView(scalars[event.trigger.start..<event.trigger.end]))
    #expect(trigger == "يلتق")
  }

  @Test func statusNamesItsWord() throws {
    let reason = Self.reason("status", try Self.explained("لم يلتق الوزير السفير."))
    #expect(reason?.value == "negated")
    #expect(reason?.words == "لم")
  }

  @Test func speakerNamesTheReport() throws {
    let explanation = try Self.explained("قال الوزير إن الجيش قصف المدينة.")
    let assault = try #require(explanation.events.first { $0.event.type == .assault })
    let speaker = try #require(assault.reasons.first { $0.part == "speaker" })
    #expect(speaker.words == "قال")
  }

  @Test func confidenceIsTheSumOfItsParts() throws {
    for (gold, _) in try Shared.annotated() {
      for event in try Shared.extractor().explain(gold.article, id: gold.id).events {
        let rule = try #require(event.reasons.first { $0.part == "confidence" }?.rule)
        let points = rule.split(separator: ", ").compactMap { part -> Int? in
          guard let sign = part.first, sign == "+" || sign == "−" else { return nil }
          let number = Int(part.dropFirst().prefix { $0.isNumber }) ?? 0
          return sign == "+" ? number : -number
        }
        let sum = Double(min(max(points.reduce(0, +), 5), 99)) / 100
        #expect(event.event.confidence == sum, "\(rule)")
      }
    }
  }

  @Test func whatIsTurnedDownSaysWhy() throws {
    let rejections = try Self.explained("تناول الاجتماع ملف الطاقة.").rejections
    #expect(rejections.contains { $0.word == "الاجتماع" && $0.entry.contains(".tsv:") })
  }

  @Test func nothingIsNotedForThoseWhoDoNotAsk() throws {
    #expect(try Self.explained("").events.isEmpty)
    #expect(try Self.explained("").rejections.isEmpty)
  }
}
