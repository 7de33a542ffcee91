internal import Contracts
internal import Evaluation
internal import EventExtraction
internal import Foundation

/// Sentences that people said tell of no event of a type: how many are given one all the same.
struct LabelledSentences {
  let extractor: Extractor

  /// - Parameter file: CSV with the columns `text`, `event_type` and `label`, which ends in `no`
  ///   for the sentences that count.
  func evaluate(_ file: URL) throws -> [Measure] {
    let rows = CSVRows(String(decoding: try DataFiles.read(file), as: UTF8.self)).rows
    guard let head = rows.first, let text = head.firstIndex(of: "text"),
      let type = head.firstIndex(of: "event_type"), let label = head.firstIndex(of: "label")
    else { throw GoldError(file.path, "has no columns text, event_type and label") }
    var asked: [EventType: Int] = [:]
    var alarms: [EventType: Int] = [:]
    for row in rows.dropFirst() where row.count == head.count && row[label].hasSuffix("no") {
      guard let type = EventType(rawValue: row[type]) else { continue }
      asked[type, default: 0] += 1
      let parsed = extractor.extract(RawArticle(body: row[text]), id: "sentence")
      if parsed.events.contains(where: { $0.type == type }) { alarms[type, default: 0] += 1 }
    }
    return EventType.allCases.compactMap { type in
      asked[type].map {
        Measure(
          "sentences labelled as not the event", "\(type.rawValue) reported all the same",
          right: alarms[type] ?? 0, of: $0)
      }
    }
  }
}
