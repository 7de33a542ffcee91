internal import Contracts

/// Reads a parsed article without anything in between; an unknown or repeated field, or one that is
/// missing, is ``RecordScanner/Odd``.
enum ParsedArticleScan {
  typealias Odd = RecordScanner.Odd

  /// Nil where the record is unusual or wrong.
  static func article(_ bytes: [UInt8]) -> ParsedArticle? {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = RecordScanner(buffer)
      guard let article = try? article(&scanner), scanner.isAtEnd else { return nil }
      return article
    }
  }

  private static func article(_ scanner: inout RecordScanner) throws(Odd) -> ParsedArticle {
    var parsed = ParsedArticle(
      extractor: "", article: .init(id: "", sha256: "", simhash: "", scalars: 0), text: "")
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.fields)
      switch key {
      case "schema": parsed.schema = try scanner.string()
      case "extractor": parsed.extractor = try scanner.string()
      case "article": parsed.article = try about(&scanner)
      case "text": parsed.text = try scanner.string()
      case "sentences": parsed.sentences = try scanner.array(sentence)
      case "entities": parsed.entities = try scanner.array(entity)
      case "times": parsed.times = try scanner.array(time)
      default: parsed.events = try scanner.array(ParsedEventScan.event)
      }
    }
    try found.checkAll(Self.fields)
    return parsed
  }

  private static let fields: [StaticString] = [
    "schema", "extractor", "article", "text", "sentences", "entities", "times", "events",
  ]

  private static func about(_ scanner: inout RecordScanner) throws(Odd) -> ParsedArticle.Article {
    var article = ParsedArticle.Article(id: "", sha256: "", simhash: "", scalars: 0)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.aboutFields)
      switch key {
      case "id": article.id = try scanner.string()
      case "source": article.source = try scanner.text()
      case "url": article.url = try scanner.text()
      case "title": article.title = try scanner.text()
      case "published_at": article.publishedAt = try scanner.text()
      case "reference_date": article.referenceDate = try scanner.text()
      case "dateline": article.dateline = try scanner.optional(dateline)
      case "sha256": article.sha256 = try scanner.string()
      case "simhash": article.simhash = try scanner.string()
      default: article.scalars = try scanner.integer()
      }
    }
    try found.checkAll(Self.aboutFields)
    return article
  }

  private static let aboutFields: [StaticString] = [
    "id", "source", "url", "title", "published_at", "reference_date", "dateline", "sha256",
    "simhash", "scalars",
  ]

  private static func dateline(
    _ scanner: inout RecordScanner
  ) throws(Odd) -> ParsedArticle.Dateline {
    var dateline = ParsedArticle.Dateline()
    try scanner.object { (scanner, key) throws(Odd) in
      switch key {
      case "place": dateline.place = try scanner.text()
      case "date": dateline.date = try scanner.text()
      case "agency": dateline.agency = try scanner.text()
      default: throw Odd()
      }
    }
    return dateline
  }

  private static func sentence(
    _ scanner: inout RecordScanner
  ) throws(Odd) -> ParsedArticle.Sentence {
    var sentence = ParsedArticle.Sentence(start: 0, end: 0, kind: .body)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.sentenceFields)
      switch key {
      case "start": sentence.start = try scanner.integer()
      case "end": sentence.end = try scanner.integer()
      case "kind": sentence.kind = try scanner.choice()
      default:
        sentence.item = try scanner.optional { (scanner) throws(Odd) in try scanner.integer() }
      }
    }
    try found.checkAll(["start", "end", "kind"])
    return sentence
  }

  private static let sentenceFields: [StaticString] = ["start", "end", "kind", "item"]

  private static func entity(_ scanner: inout RecordScanner) throws(Odd) -> Entity {
    var entity = Entity(id: "", kind: .other, name: "")
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.entityFields)
      switch key {
      case "id": entity.id = try scanner.string()
      case "type": entity.kind = try scanner.choice()
      case "name": entity.name = try scanner.string()
      case "title": entity.title = try scanner.text()
      case "country": entity.country = try scanner.text()
      case "sector": entity.sector = try scanner.text()
      case "geonames":
        entity.geonames = try scanner.optional { (scanner) throws(Odd) in try scanner.integer() }
      case "latitude":
        entity.latitude = try scanner.optional { (scanner) throws(Odd) in try scanner.number() }
      case "longitude":
        entity.longitude = try scanner.optional { (scanner) throws(Odd) in try scanner.number() }
      case "members":
        entity.members = try scanner.array { (scanner) throws(Odd) in try scanner.string() }
      default: entity.mentions = try scanner.array { (scanner) throws(Odd) in try scanner.span() }
      }
    }
    try found.checkAll(Self.entityFields)
    return entity
  }

  private static let entityFields: [StaticString] = [
    "id", "type", "name", "members", "mentions", "title", "country", "sector", "geonames",
    "latitude", "longitude",
  ]

  private static func time(_ scanner: inout RecordScanner) throws(Odd) -> TimeExpression {
    var time = TimeExpression(
      id: "", start: 0, end: 0, value: nil, granularity: .day, basis: .explicit)
    var found: Fields = []
    try scanner.object { (scanner, key) throws(Odd) in
      try found.add(key, Self.timeFields)
      switch key {
      case "id": time.id = try scanner.string()
      case "start": time.start = try scanner.integer()
      case "end": time.end = try scanner.integer()
      case "value": time.value = try scanner.text()
      case "granularity": time.granularity = try scanner.choice()
      default: time.basis = try scanner.choice()
      }
    }
    try found.checkAll(Self.timeFields)
    return time
  }

  private static let timeFields: [StaticString] = [
    "id", "start", "end", "value", "granularity", "basis",
  ]
}
