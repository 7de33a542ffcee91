internal import Contracts
internal import EventStore
internal import Foundation
internal import Kafka

/// Writes records of `events` as they come.
struct EventPrinter {
  var format: OutputFormat
  /// nil for all.
  var filter: SearchFilter?
  private let decoder = JSONDecoder()
  private(set) var shown = 0

  init(format: OutputFormat, filter: SearchFilter? = nil) {
    self.format = format
    self.filter = filter
  }

  mutating func print(_ record: ConsumerRecord) {
    guard let value = record.valueBytes else { return printWithdrawal(record.keyText ?? "") }
    let event: Event
    do {
      event = try decoder.decode(Event.self, from: Data(value))
    } catch {
      let place = "\(record.topic)[\(record.partition)]@\(record.offset)"
      return Terminal.note("rawi: \(place) is no event record and is left out: \(error)".plain)
    }
    guard filter?.allows(event) ?? true else { return }
    shown += 1
    switch format {
    case .json: Terminal.print(value)
    case .text: Terminal.print((EventText(event: event).lines + [""]).joined(separator: "\n"))
    }
  }

  /// Of what kind a withdrawn event was is not known, so a filter lets none through.
  private func printWithdrawal(_ id: String) {
    guard filter == nil else { return }
    switch format {
    case .json:
      var json = JSONWriter()
      json.object {
        $0.field("id", id)
        $0.key("value")
        $0.null()
      }
      Terminal.print(json.bytes)
    case .text: Terminal.print("withdrawn · event \(id.plain)\n")
    }
  }
}
