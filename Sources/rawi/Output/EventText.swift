internal import Contracts

/// An event as a block of labelled lines.
///
/// Lines rather than columns: how wide Arabic is set differs from terminal to terminal, so that
/// no column behind it would be straight. Every label is in Latin letters, which makes the line's
/// own direction left to right everywhere.
struct EventText {
  var event: Event
  /// Shown in place of the event's sentence, where there is one.
  var sentence: String?

  var lines: [String] {
    var lines = [Terminal.bold(head)]
    add("trigger", event.trigger.text.isolated, to: &lines)
    add("actors", names(.actor), to: &lines)
    add("recipients", names(.recipient), to: &lines)
    add("others", names(.other), to: &lines)
    add("what", event.object.map { $0.text.shortened(to: Self.width).isolated }, to: &lines)
    add("when", event.time.map(Self.time), to: &lines)
    add("where", event.place.map(Self.place), to: &lines)
    add("told by", event.speaker.map(Self.entity), to: &lines)
    let sentence = self.sentence ?? event.sentence.text.shortened(to: Self.width).isolated
    add("sentence", sentence, to: &lines)
    return lines
  }

  private static let width = 200

  private var head: String {
    var head = "\(event.type.rawValue) · \(event.status.rawValue)"
    if let mode = event.mode { head += " · \(mode)" }
    if let item = event.item { head += " · item \(item)" }
    return head
  }

  private func add(_ label: String, _ value: String?, to lines: inout [String]) {
    guard let value else { return }
    let padding = String(repeating: " ", count: max(1, 12 - label.count))
    lines.append("  \(label)\(padding)\(value)")
  }

  private func names(_ role: ParsedEvent.Role) -> String? {
    let names = event.participants.filter { $0.role == role }.map { Self.entity($0.entity) }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  private static func entity(_ entity: Event.Entity) -> String {
    var text = entity.name.isolated
    if let country = entity.country { text += " \(country)" }
    if let title = entity.title { text += " (\(title.isolated))" }
    if !entity.members.isEmpty {
      text += " = " + entity.members.map(\.name.isolated).joined(separator: " + ")
    }
    return text
  }

  private static func time(_ time: Event.Time) -> String {
    "\(time.value ?? "not known") \(time.text.isolated)"
  }

  private static func place(_ place: Event.Place) -> String {
    place.country.map { "\(place.name.isolated) \($0)" } ?? place.name.isolated
  }
}
