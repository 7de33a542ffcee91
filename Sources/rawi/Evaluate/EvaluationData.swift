internal import ArgumentParser
internal import EventExtraction
internal import Foundation

/// The data that measures are taken on, by their paths.
struct EvaluationData: ParsableArguments {
  @Option(help: ArgumentHelp("Annotated articles, ID.json each.", valueName: "folder"))
  var articles: String?

  @Option(help: ArgumentHelp("The events of --articles by hand.", valueName: "folder"))
  var gold: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Names in the BIO format: files or folders.", valueName: "path"))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write each wrong name of --names to this file, one a line.", valueName: "file"))
  var nameErrors: String?

  @Option(help: ArgumentHelp("Recognizers-Text's DateTime folder.", valueName: "folder"))
  var times: String?

  @Option(help: ArgumentHelp("Recognizers-Text's Number folder.", valueName: "folder"))
  var numbers: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Articles whose weekdays agree with their time.", valueName: "path"))
  var weekdays: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Sentences with marked actions, JSON.", valueName: "file"))
  var gsrSpans: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Sentences labelled yes or no, CSV.", valueName: "file"))
  var gsrLabels: [String] = []

  @Option(help: ArgumentHelp("A treebank in the CoNLL-U format.", valueName: "file"))
  var pud: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Articles without labels.", valueName: "path"))
  var corpus: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Articles of which copies are made and found again.", valueName: "path"))
  var stories: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which articles of --stories tell the same thing by themselves.", valueName: "file"))
  var storyLabels: String?

  @Option(
    help: ArgumentHelp(
      "Which events in --stories tell the same occurrence, pairs labelled.", valueName: "file"))
  var occurrences: String?

  var isEmpty: Bool {
    [articles, gold, times, numbers, pud].allSatisfy { $0 == nil }
      && [names, weekdays, gsrSpans, gsrLabels, corpus, stories].allSatisfy(\.isEmpty)
  }

  func measures(_ extractor: Extractor) throws -> [Measure] {
    let readers = ReadersMeasure()
    var measures: [Measure] = []
    if let articles, let gold {
      measures += try EventsMeasure(extractor: extractor)
        .evaluate(articles: Self.url(articles), gold: Self.url(gold))
      measures += try readers.goldTimes(articles: Self.url(articles), gold: Self.url(gold))
    }
    if !names.isEmpty { measures += try readNames(extractor) }
    if let times { measures += try readers.times(Self.url(times)) }
    if let numbers { measures += try readers.numbers(Self.url(numbers)) }
    if !weekdays.isEmpty { measures += try readers.weekdays(weekdays) }
    for path in gsrSpans {
      measures += try ActionSpans(extractor: extractor).evaluate(Self.url(path))
    }
    for path in gsrLabels {
      measures += try LabelledSentences(extractor: extractor).evaluate(Self.url(path))
    }
    if let pud { measures += try ReportingVerbs(extractor: extractor).evaluate(Self.url(pud)) }
    if !corpus.isEmpty { measures += CorpusMeasure(extractor: extractor).evaluate(corpus) }
    if let occurrences {
      measures += try OccurrencesMeasure(extractor: extractor)
        .evaluate(stories, labels: occurrences)
    } else if !stories.isEmpty {
      measures += try StoriesMeasure().evaluate(stories, labels: storyLabels)
    }
    return measures
  }

  private func readNames(_ extractor: Extractor) throws -> [Measure] {
    var measures: [Measure] = []
    var lines: [String] = []
    for path in names {
      let result = try NamesMeasure(extractor: extractor).evaluate(Self.url(path))
      measures += result.measures("names of \(Self.url(path).lastPathComponent)")
      lines += result.errors.map(\.line)
    }
    if let nameErrors {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: Self.url(nameErrors))
    }
    return measures
  }

  private static func url(_ path: String) -> URL { URL(filePath: path) }
}
