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
  var json: [UInt8] { Self.head(id, version) + body + tail }

  private var tail: [UInt8] { Self.tail(story, sameAs, reports, extractor) }

  /// The body of `event`, whatever its ends say.
  static func body(of event: Event, with json: inout JSONWriter) -> [UInt8] {
    json.reset()
    event.write(to: &json)
    let head = head(event.id, event.version).count
    let tail = tail(event.story, event.sameAs, event.reports, event.extractor).count
    return Array(json.bytes[head..<json.bytes.count - tail])
  }

  private static func head(_ id: String, _ version: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("schema", Event.schema)
      $0.field("id", id)
      $0.field("version", version)
    }
    return json.bytes.dropLast()
  }

  private static func tail(
    _ story: String, _ sameAs: String, _ reports: Int, _ extractor: String
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("story", story)
      $0.field("same_as", sameAs)
      $0.field("reports", reports)
      $0.field("extractor", extractor)
    }
    return [UInt8(ascii: ",")] + json.bytes.dropFirst()
  }
}
