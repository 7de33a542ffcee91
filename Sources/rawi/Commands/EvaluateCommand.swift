internal import ArgumentParser
internal import Contracts
internal import Foundation
internal import StageRuntime

/// `rawi evaluate`
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure what is read against labelled data.",
    discussion: """
      Each option names data of one kind; what is not named is not measured. Several files follow \
      one option. The figures come as one table, or with --json as one array.
      """)

  @OptionGroup var data: EvaluationData

  @OptionGroup var lexicon: LexiconOptions

  @Flag(help: "Print the figures as a JSON array of objects.")
  var json = false

  func validate() throws {
    if (data.articles == nil) != (data.gold == nil) {
      throw ValidationError("--articles and --gold belong together.")
    }
    if data.isEmpty { throw ValidationError("Name data to measure on; see --help.") }
  }

  func run() throws {
    let extractor = try lexicon.extractor()
    let measures: [Measure]
    do {
      measures = try data.measures(extractor)
    } catch {
      throw StageFailure("the measures cannot be taken: \(error)")
    }
    if json {
      var writer = JSONWriter()
      writer.array(measures) { $1.write(to: &$0) }
      Terminal.print(writer.bytes)
    } else {
      for line in MeasureTable(measures: measures).lines { Terminal.print(line) }
    }
  }
}
