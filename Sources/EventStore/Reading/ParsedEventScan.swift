internal import Contracts

/// Reads the events of a parsed article; see ``ParsedArticleScan``.
enum ParsedEventScan {
  typealias Odd = RecordScanner.Odd

  static func event(_ scanner: inout RecordScanner) throws(Odd) -> ParsedEvent {
    var event = ParsedEvent(
      id: "", type: .state, status: .actual, trigger: .init(start: 0, end: 0), sentence: 0,
      confidence: 0)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.fields)
      switch key {
      case "id": event.id = try scanner.string()
      case "type": event.type = try scanner.choice()
      case "mode": event.mode = try scanner.text()
      case "status": event.status = try scanner.choice()
      case "plover": event.plover = try scanner.text()
      case "cameo": event.cameo = try scanner.text()
      case "contexts":
        event.contexts = try scanner.array { (scanner) throws(Odd) in try scanner.string() }
      case "trigger": event.trigger = try scanner.span()
      case "sentence": event.sentence = try scanner.integer()
      case "participants": event.participants = try scanner.array(participant)
      case "object": event.object = try scanner.optional(object)
      case "time": event.time = try scanner.optional(time)
      case "place": event.place = try scanner.optional(place)
      case "quantities": event.quantities = try scanner.array(quantity)
      case "speaker": event.speaker = try scanner.text()
      case "statement": event.statement = try scanner.optional(statement)
      case "item":
        event.item = try scanner.optional { (scanner) throws(Odd) in try scanner.integer() }
      default: event.confidence = try scanner.number()
      }
    }
    try found.checkAll(Self.fields)
    return event
  }

  private static let fields: [StaticString] = [
    "id", "type", "status", "contexts", "trigger", "sentence", "participants", "quantities",
    "confidence", "mode", "plover", "cameo", "object", "time", "place", "speaker", "statement",
    "item",
  ]

  private static func participant(
    _ scanner: inout RecordScanner
  ) throws(Odd) -> ParsedEvent.Participant {
    var participant = ParsedEvent.Participant(role: .other, entity: "", start: 0, end: 0)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.participantFields)
      switch key {
      case "role": participant.role = try scanner.choice()
      case "entity": participant.entity = try scanner.string()
      case "start": participant.start = try scanner.integer()
      default: participant.end = try scanner.integer()
      }
    }
    try found.checkAll(Self.participantFields)
    return participant
  }

  private static let participantFields: [StaticString] = ["role", "entity", "start", "end"]

  private static func object(_ scanner: inout RecordScanner) throws(Odd) -> ParsedEvent.Object {
    var object = ParsedEvent.Object(start: 0, end: 0)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.objectFields)
      switch key {
      case "start": object.start = try scanner.integer()
      case "end": object.end = try scanner.integer()
      default: object.entities = try scanner.array { (scanner) throws(Odd) in try scanner.string() }
      }
    }
    try found.checkAll(Self.objectFields)
    return object
  }

  private static let objectFields: [StaticString] = ["start", "end", "entities"]

  private static func time(_ scanner: inout RecordScanner) throws(Odd) -> ParsedEvent.Time {
    var time = ParsedEvent.Time(ref: "", value: nil)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, ["ref", "value"])
      if key == "ref" { time.ref = try scanner.string() } else { time.value = try scanner.text() }
    }
    try found.checkAll(["ref"])
    return time
  }

  private static func place(_ scanner: inout RecordScanner) throws(Odd) -> ParsedEvent.Place {
    var place = ParsedEvent.Place(name: "")
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, ["name", "entity", "country"])
      switch key {
      case "name": place.name = try scanner.string()
      case "entity": place.entity = try scanner.text()
      default: place.country = try scanner.text()
      }
    }
    try found.checkAll(["name"])
    return place
  }

  private static func statement(
    _ scanner: inout RecordScanner
  ) throws(Odd) -> ParsedEvent.Statement {
    var statement = ParsedEvent.Statement(start: 0, end: 0, form: .direct)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.statementFields)
      switch key {
      case "start": statement.start = try scanner.integer()
      case "end": statement.end = try scanner.integer()
      default: statement.form = try scanner.choice()
      }
    }
    try found.checkAll(Self.statementFields)
    return statement
  }

  private static let statementFields: [StaticString] = ["start", "end", "form"]

  private static func quantity(_ scanner: inout RecordScanner) throws(Odd) -> Quantity {
    var quantity = Quantity(kind: .count, value: 0, unit: "", start: 0, end: 0)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.quantityFields)
      switch key {
      case "kind": quantity.kind = try scanner.choice()
      case "value": quantity.value = try scanner.number()
      case "upper":
        quantity.upper = try scanner.optional { (scanner) throws(Odd) in try scanner.number() }
      case "unit": quantity.unit = try scanner.string()
      case "bound":
        quantity.bound = try scanner.optional { (scanner) throws(Odd) in try scanner.choice() }
      case "effect":
        quantity.effect = try scanner.optional { (scanner) throws(Odd) in try scanner.choice() }
      case "start": quantity.start = try scanner.integer()
      default: quantity.end = try scanner.integer()
      }
    }
    try found.checkAll(["kind", "value", "unit", "start", "end"])
    return quantity
  }

  private static let quantityFields: [StaticString] = [
    "kind", "value", "unit", "start", "end", "upper", "bound", "effect",
  ]
}
