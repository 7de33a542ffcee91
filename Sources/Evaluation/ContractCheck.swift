internal import Contracts

/// One reading of an article against its contract.
struct ContractCheck {
  private let parsed: ParsedArticle
  private let scalars: [Unicode.Scalar]
  private let entityIDs: Set<String>
  private let times: [String: TimeExpression]
  private(set) var breaches: [ContractBreach] = []

  init(_ parsed: ParsedArticle) {
    self.parsed = parsed
    scalars = Array(parsed.text.unicodeScalars)
    entityIDs = Set(parsed.entities.map(\.id))
    times = Dictionary(parsed.times.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func article() {
    expect(parsed.schema == ParsedArticle.schema, .value, "schema \(parsed.schema)")
    expect(
      parsed.article.scalars == scalars.count, .value,
      "\(parsed.article.scalars) scalars counted, \(scalars.count) there")
    expect(
      parsed.article.sha256 == Digest(of: parsed.text.utf8).hex(), .value, "the text's SHA-256")
    if let place = parsed.article.dateline?.place { refer(to: place, "the dateline's place") }
    var end = 0
    for (index, sentence) in parsed.sentences.enumerated() {
      read(sentence.start, sentence.end, "sentence \(index)")
      expect(sentence.start >= end, .value, "sentence \(index) overlaps the one before")
      end = sentence.end
    }
  }

  mutating func entities() {
    expect(entityIDs.count == parsed.entities.count, .reference, "two entities have one id")
    for entity in parsed.entities {
      expect(!entity.name.isEmpty, .value, "\(entity.id) has no name")
      for mention in entity.mentions { read(mention.start, mention.end, "mention of \(entity.id)") }
      for member in entity.members { refer(to: member, "member of \(entity.id)") }
      expect(
        entity.country.map(Self.isCountry) ?? true, .value,
        "\(entity.id) is of \(entity.country ?? "")")
    }
    expect(times.count == parsed.times.count, .reference, "two times have one id")
    for time in parsed.times { read(time.start, time.end, "time \(time.id)") }
  }

  mutating func events() {
    expect(
      Set(parsed.events.map(\.id)).count == parsed.events.count, .reference,
      "two events have one id")
    var start = 0
    for event in parsed.events {
      read(event.trigger.start, event.trigger.end, "trigger of \(event.id)")
      expect(event.trigger.start >= start, .value, "\(event.id) comes before the one before")
      start = event.trigger.start
      if parsed.sentences.indices.contains(event.sentence) {
        let sentence = parsed.sentences[event.sentence]
        expect(
          sentence.start <= event.trigger.start && event.trigger.end <= sentence.end, .value,
          "\(event.id) stands outside its sentence")
        expect(event.item == sentence.item, .value, "\(event.id) is of another item")
      } else {
        expect(false, .reference, "\(event.id) stands in sentence \(event.sentence)")
      }
      details(of: event)
    }
  }

  private mutating func details(of event: ParsedEvent) {
    for participant in event.participants {
      refer(to: participant.entity, "participant of \(event.id)")
      read(participant.start, participant.end, "participant of \(event.id)")
    }
    if let object = event.object {
      read(object.start, object.end, "object of \(event.id)")
      for entity in object.entities { refer(to: entity, "object of \(event.id)") }
    }
    if let time = event.time {
      expect(times[time.ref] != nil, .reference, "time \(time.ref) of \(event.id)")
    }
    if let entity = event.place?.entity { refer(to: entity, "place of \(event.id)") }
    for quantity in event.quantities {
      read(quantity.start, quantity.end, "quantity of \(event.id)")
      expect(!quantity.unit.isEmpty, .value, "a quantity of \(event.id) has no unit")
      expect(
        quantity.value.isFinite && quantity.upper ?? quantity.value >= quantity.value, .value,
        "a quantity of \(event.id) ends before it begins")
    }
    if let speaker = event.speaker { refer(to: speaker, "speaker of \(event.id)") }
    if let statement = event.statement {
      read(statement.start, statement.end, "statement of \(event.id)")
    }
    expect((0...1).contains(event.confidence), .value, "confidence \(event.confidence)")
  }

  /// A span is there, is not empty, and neither begins nor ends with white space.
  private mutating func read(_ start: Int, _ end: Int, _ what: String) {
    let isInside = 0 <= start && start < end && end <= scalars.count
    expect(isInside, .span, "\(what): \(start)..<\(end) of \(scalars.count)")
    guard isInside else { return }
    expect(
      !scalars[start].properties.isWhitespace && !scalars[end - 1].properties.isWhitespace, .span,
      "\(what): \(start)..<\(end) begins or ends with white space")
  }

  private mutating func refer(to id: String, _ what: String) {
    expect(entityIDs.contains(id), .reference, "\(what): \(id)")
  }

  private mutating func expect(
    _ holds: Bool, _ kind: ContractBreach.Kind, _ description: String
  ) {
    if !holds { breaches.append(ContractBreach(kind: kind, description: description)) }
  }

  private static func isCountry(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= $0 }
  }
}
