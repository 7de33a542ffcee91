internal import Contracts
internal import EventExtraction
internal import Foundation

/// Named entities on texts in the BIO format: one token and its label a line, an empty line between
/// sentences. Persons, places and organisations count, with exactly the same tokens.
struct NamesMeasure {
  struct Score: Sendable {
    var gold = 0
    var found = 0
    var right = 0

    var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    var f1: Double { gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found) }

    static func += (total: inout Score, score: Score) {
      total.gold += score.gold
      total.found += score.found
      total.right += score.right
    }
  }

  struct Result: Sendable {
    var scores: [String: Score] = [:]
    /// Of all three kinds together.
    var micro: Score { scores.values.reduce(into: Score()) { $0 += $1 } }
  }

  private struct Span: Hashable {
    var tokens: Range<Int>
    var label: String
  }

  let extractor: Extractor

  /// - Parameter file: one file in the format, or a folder of them.
  func evaluate(_ file: URL) throws -> Result {
    var result = Result()
    for file in try files(file) {
      let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for sentence in lines.split(whereSeparator: { !$0.contains(" ") }) {
        count(Array(sentence), in: &result)
      }
    }
    return result
  }

  private func files(_ file: URL) throws -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [file] }
    return try FileManager.default.contentsOfDirectory(at: file, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  private func count(_ lines: [Substring], in result: inout Result) {
    let tokens = lines.compactMap { $0.split(separator: " ").first }
    let labels = lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    guard tokens.count == labels.count else { return }
    let gold = goldSpans(labels)
    let found = foundSpans(tokens)
    for span in gold { result.scores[span.label, default: Score()].gold += 1 }
    for span in found {
      result.scores[span.label, default: Score()].found += 1
      if gold.contains(span) { result.scores[span.label, default: Score()].right += 1 }
    }
  }

  private func goldSpans(_ labels: [String]) -> Set<Span> {
    var spans: Set<Span> = []
    var at = 0
    while at < labels.count {
      let kind = labels[at].dropFirst(2)
      var end = at + 1
      while end < labels.count, !kind.isEmpty, labels[end] == "I-" + kind { end += 1 }
      if let label = Self.labels[String(kind)] {
        spans.insert(Span(tokens: at..<end, label: label))
      }
      at = end
    }
    return spans
  }

  /// The tokens that each found name touches, in a text of the tokens with blanks between them.
  private func foundSpans(_ tokens: [Substring]) -> Set<Span> {
    var bounds: [Range<Int>] = []
    var at = 0
    for token in tokens {
      bounds.append(at..<at + token.unicodeScalars.count)
      at += token.unicodeScalars.count + 1
    }
    var spans: Set<Span> = []
    for name in extractor.names(in: tokens.joined(separator: " ")) {
      guard let label = Self.label(name.kind) else { continue }
      let touched = bounds.indices.filter { bounds[$0].overlaps(name.start..<name.end) }
      guard let first = touched.first, let last = touched.last else { continue }
      spans.insert(Span(tokens: first..<last + 1, label: label))
    }
    return spans
  }

  private static let labels = ["PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG"]

  private static func label(_ kind: Entity.Kind) -> String? {
    switch kind {
    case .person: "PER"
    case .country, .place: "LOC"
    case .organization: "ORG"
    default: nil
    }
  }
}
