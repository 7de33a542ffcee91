internal import ArabicText
internal import EventExtraction
internal import Foundation

/// The time texts of hand-annotated articles: found, and of equal value.
struct GoldTimes {
  struct Result: Sendable {
    var wanted = 0
    var found = 0
    var right = 0
    var misses: [String] = []
  }

  let reader: TimeReader

  /// - Parameters:
  ///   - articles: a folder with a file `ID.json` for each annotated article.
  ///   - gold: a folder of annotations under the same names.
  func evaluate(articles: URL, gold: URL) throws -> Result {
    var result = Result()
    for file in try FileManager.default.contentsOfDirectory(
      at: gold, includingPropertiesForKeys: nil
    )
    .sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
      let annotated =
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      let article = try JSONSerialization.jsonObject(
        with: Data(
          contentsOf: articles.appending(path: file.lastPathComponent)))
      guard let article = article as? [String: Any] else { continue }
      let published = (article["published"] as? String).flatMap { EventExtraction.Day(iso: $0) }
      let body = (article["sentences"] as? [String] ?? []).joined(separator: "\n")
      for event in annotated?["events"] as? [[String: Any]] ?? [] {
        guard let time = event["time"] as? [String: Any], let text = time["text"] as? String else {
          continue
        }
        let tense: TenseHint = event["status"] as? String == "future" ? .future : .past
        check(text, time["value"] as? String, in: body, published, tense, &result)
      }
    }
    return result
  }

  private func check(
    _ wanted: String, _ value: String?, in body: String, _ published: EventExtraction.Day?,
    _ tense: TenseHint,
    _ result: inout Result
  ) {
    let text = TokenizedText(body)
    // An article without a date is dated by its dateline.
    let undated = reader.times(in: text, sentences: text.sentences(), reference: published)
    let reference =
      published
      ?? undated.lazy.compactMap { mention -> EventExtraction.Day? in
        guard case .date(let date) = mention.form, date.day != nil else { return nil }
        return mention.form.span(reference: nil)?.start.first
      }.first
    result.wanted += 1
    let found = undated.filter {
      let own = text.text($0.tokens)
      return own == wanted || own.contains(wanted) || wanted.contains(own)
    }
    if !found.isEmpty { result.found += 1 }
    if found.contains(where: { $0.value(reference: reference, tense: tense) == value }) {
      result.right += 1
    } else {
      let got = found.map {
        text.text($0.tokens) + " = " + ($0.value(reference: reference, tense: tense) ?? "nil")
      }
      result.misses.append("\(wanted) = \(value ?? "nil"): \(got.joined(separator: "; "))")
    }
  }
}
