internal import ArabicText
internal import EventExtraction
internal import Foundation

/// The readers of times and numbers, each on its own.
struct ReadersMeasure {
  func times(_ folder: URL) throws -> [Measure] {
    let reader = RecognizersTimes(reader: try TimeReader.bundled())
    return try rows("times", "dates, times, periods, durations: value right") {
      try reader.evaluate(folder, supportedOnly: $0)
    } counts: { file in
      // Holidays and repeated times are told apart, and the merged files repeat the others.
      (file.hasSuffix("Parser") || file.hasSuffix("Model"))
        && !["Holiday", "Set", "Merged"].contains(where: file.hasPrefix)
    }
  }

  func numbers(_ folder: URL) throws -> [Measure] {
    let reader = RecognizersNumbers(reader: try NumberReader.bundled())
    return try rows("numbers", "numbers, ordinals, percentages: value right") {
      try reader.evaluate(folder, supportedOnly: $0)
    } counts: { _ in
      true
    }
  }

  /// All files together, the same without the cases that the reference implementation itself
  /// fails, and each file.
  private func rows(
    _ group: String, _ name: String,
    _ evaluate: (_ supportedOnly: Bool) throws -> [(file: String, RecognizersTally)],
    counts: (String) -> Bool
  ) rethrows -> [Measure] {
    let all = try evaluate(false)
    let supported = try evaluate(true)
    func total(_ files: [(file: String, RecognizersTally)]) -> RecognizersTally {
      files.filter { counts($0.file) }.reduce(into: RecognizersTally()) { $0 += $1.1 }
    }
    return [
      Measure(group, name, right: total(all).right, of: total(all).wanted),
      Measure(
        group, "the same, cases that the reference passes", right: total(supported).right,
        of: total(supported).wanted),
    ] + all.map { Measure(group, $0.file, right: $0.1.right, of: $0.1.wanted) }
  }

  func weekdays(_ paths: [String]) throws -> [Measure] {
    let result = WeekdayAgreement(reader: try TimeReader.bundled()).evaluate(paths)
    return [
      Measure(
        "weekdays", "named beside a relative day and agreeing with the article's time",
        right: result.agreeing, of: result.found)
    ]
  }

  func goldTimes(articles: URL, gold: URL) throws -> [Measure] {
    let result = try GoldTimes(reader: try TimeReader.bundled())
      .evaluate(articles: articles, gold: gold)
    let group = "times named in annotated events"
    return [
      Measure(group, "found", right: result.found, of: result.wanted),
      Measure(group, "value right", right: result.right, of: result.wanted),
    ]
  }
}
