internal import ArabicText
internal import EventExtraction
internal import Foundation

/// The readers of times and numbers, each on its own.
struct ReadersMeasure {
  func times(_ folder: URL) throws -> [Measure] {
    let reader = RecognizersTimes(reader: try TimeReader.bundled())
    let files = try reader.evaluate(folder, supportedOnly: false)
    // Holidays and repeated times are told apart, the merged files repeat the others.
    let others = ["Holiday", "Set", "Merged"]
    var total = RecognizersTally()
    for (file, tally) in files
    where file.hasSuffix("Parser") && !others.contains(where: file.hasPrefix) { total += tally }
    let group = "times"
    return [
      Measure(
        group, "dates, times, periods, durations: value right", right: total.right, of: total.wanted
      )
    ] + files.map { Measure(group, $0, right: $1.right, of: $1.wanted) }
  }

  func numbers(_ folder: URL) throws -> [Measure] {
    let reader = RecognizersNumbers(reader: try NumberReader.bundled())
    let files = try reader.evaluate(folder, supportedOnly: false)
    let total = files.reduce(into: RecognizersTally()) { $0 += $1.1 }
    return [
      Measure(
        "numbers", "numbers, ordinals, percentages: value right", right: total.right,
        of: total.wanted)
    ] + files.map { Measure("numbers", $0, right: $1.right, of: $1.wanted) }
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
