internal import Contracts

/// The JSON of an event in three parts: who it is and its version, its body, and how it stands to
/// other events.
///
/// Only the middle is read from an article. It is what the store keeps and tells changes by; the
/// ends are written around it when a record goes out, so that a change of story costs no reading.
struct EventRecord {
  var id: String
  var version: Int
  var body: [UInt8]
  var story: String
  var sameAs: String
  var reports: Int
  var extractor: String

  /// The record as `events` carries it.
  var json: [UInt8] {
    var json = JSONWriter(capacity: body.count + 512)
    write(to: &json)
    return json.bytes
  }

  func write(to json: inout JSONWriter) {
    json.object {
      $0.field("schema", Event.schema)
      $0.field("id", id)
      $0.field("version", version)
      $0.fields(body)
      $0.field("story", story)
      $0.field("same_as", sameAs)
      $0.field("reports", reports)
      $0.field("extractor", extractor)
    }
  }

  /// The body of `event`, whatever its ends say.
  static func body(of event: Event, with json: inout JSONWriter) -> [UInt8] {
    json.reset()
    json.goOn()
    event.writeBody(to: &json)
    return json.bytes
  }
}
