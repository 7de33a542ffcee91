internal import Contracts
internal import EventStore

/// Writes events in one format: the head, each event, the tail.
struct EventWriter {
  let format: EventFormat
  private var isFirst = true

  init(format: EventFormat) { self.format = format }

  var head: [UInt8] {
    switch format {
    case .text, .json: []
    case .csv: EventTable.head
    case .geojson: EventFeatures.head
    }
  }

  var tail: [UInt8] {
    switch format {
    case .text, .json, .csv: []
    case .geojson: EventFeatures.tail
    }
  }

  mutating func write(_ hit: SearchHit) -> [UInt8] {
    defer { isFirst = false }
    switch format {
    case .text:
      let text = EventText(event: hit.event, sentence: hit.snippet.highlighted)
      return Array((text.lines + ["", ""]).joined(separator: "\n").utf8)
    case .json: return hit.record + [UInt8(ascii: "\n")]
    case .csv: return EventTable.row(hit.event)
    case .geojson: return EventFeatures.feature(hit.event, isFirst: isFirst)
    }
  }
}
