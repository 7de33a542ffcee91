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
    var errors: [NameError] = []
    /// Of all three kinds together.
    var micro: Score { scores.values.reduce(into: Score()) { $0 += $1 } }
  }

  struct Span: Hashable, Sendable {
    var tokens: Range<Int>
    var label: String
  }

  /// How many sentences are read as one text. A name that is sure in one of an article's sentences
  /// is known in the others, so what stands in a row is read together.
  static let run = 30

  let extractor: Extractor

  /// - Parameters:
  ///   - file: one file in the format, or a folder of them.
  ///   - run: how many sentences are read as one text.
  func evaluate(_ file: URL, run: Int = NamesMeasure.run) throws -> Result {
    var result = Result()
    for file in try files(file) {
      let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let sentences = lines.split(whereSeparator: { !$0.contains(" ") }).map(LabelledSentence.init)
      for start in stride(from: 0, to: sentences.count, by: run) {
        count(Array(sentences[start..<min(start + run, sentences.count)]), in: &result)
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

  private func count(_ sentences: [LabelledSentence], in result: inout Result) {
    let found = foundSpans(sentences)
    for (sentence, found) in zip(sentences, found) {
      let gold = sentence.spans
      for span in gold { result.scores[span.label, default: Score()].gold += 1 }
      for span in found {
        result.scores[span.label, default: Score()].found += 1
        if gold.contains(span) { result.scores[span.label, default: Score()].right += 1 }
      }
      result.errors += NameError.all(gold: gold, found: found, in: sentence.tokens)
    }
  }

  /// The tokens of each sentence that each found name touches, in a text of one line for each
  /// sentence with blanks between its tokens.
  private func foundSpans(_ sentences: [LabelledSentence]) -> [Set<Span>] {
    var places: [(sentence: Int, token: Int, end: Int)] = []
    var at = 0
    for (index, sentence) in sentences.enumerated() {
      for (token, word) in sentence.tokens.enumerated() {
        at += word.unicodeScalars.count + 1
        places.append((index, token, at))
      }
    }
    var spans = [Set<Span>](repeating: [], count: sentences.count)
    var next = 0
    for name in extractor.names(in: sentences.map(\.text).joined(separator: "\n")) {
      while next < places.count, places[next].end <= name.start { next += 1 }
      guard next < places.count, let label = Self.label(name.kind) else { continue }
      let first = places[next]
      var last = first.token
      for place in places[next...].dropFirst()
      where place.sentence == first.sentence && place.end - 1 <= name.end {
        last = place.token
        if place.end - 1 >= name.end { break }
      }
      spans[first.sentence].insert(Span(tokens: first.token..<last + 1, label: label))
    }
    return spans
  }

  private static func label(_ kind: Entity.Kind) -> String? {
    switch kind {
    case .person: "PER"
    case .country, .place: "LOC"
    case .organization: "ORG"
    default: nil
    }
  }
}

extension NamesMeasure.Result {
  /// F1 of all names together, then each kind's, with precision and recall, then the errors.
  func measures(_ group: String) -> [Measure] {
    var measures = [Measure(group, "all, F1", share: micro.f1, of: micro.gold)]
    for (label, score) in scores.sorted(by: { $0.key < $1.key }) {
      measures.append(Measure(group, "\(label), F1", share: score.f1, of: score.gold))
      measures.append(
        Measure(group, "\(label), found are right", right: score.right, of: score.found))
      measures.append(
        Measure(group, "\(label), labelled are found", right: score.right, of: score.gold))
    }
    for kind in NameError.Kind.allCases {
      let count = errors.count { $0.kind == kind }
      measures.append(Measure(group, "names \(kind.rawValue)", count: count, of: errors.count))
    }
    return measures
  }
}
