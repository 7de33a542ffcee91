internal import Contracts
internal import EventStore

/// Events as a FeatureCollection (RFC 7946): a point where the place is known, else no geometry.
enum EventFeatures {
  static let head = Array(#"{"type":"FeatureCollection","features":["#.utf8)
  static let tail = Array("\n]}\n".utf8)

  static func feature(_ event: Event, isFirst: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("type", "Feature")
      $0.field("id", event.id)
      $0.key("geometry")
      if let point = event.point {
        $0.object {
          $0.field("type", "Point")
          $0.key("coordinates")
          $0.array([point.longitude, point.latitude]) { $0.value($1) }
        }
      } else {
        $0.null()
      }
      $0.key("properties")
      $0.object { for column in EventColumn.all { write(column, event, to: &$0) } }
    }
    return Array((isFirst ? "\n" : ",\n").utf8) + json.bytes
  }

  private static func write(_ column: EventColumn, _ event: Event, to json: inout JSONWriter) {
    switch column.value(event) {
    case .text(let text): json.field(column.name, text)
    case .number(let number): json.field(column.name, number)
    case .count(let count): json.field(column.name, count)
    case .list(let texts): json.field(column.name, texts)
    }
  }
}
