internal import ArgumentParser
internal import StageRuntime

/// `rawi dead-letters list`
struct ListLetters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List dead letters, the oldest of each partition first.",
    discussion: """
      A line has PARTITION:OFFSET, the record's time, the worker that gave it up, where the record \
      stands that failed, how often it has been tried, its key and the reason.
      """)

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var filter: LetterFilter

  @Option(help: "text, or json: one object a line; by default text on a terminal.")
  var format: OutputFormat = .usual

  @OptionGroup var log: LogOptions

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    try await cluster.naming {
      let reader = try await LetterReader(cluster)
      try await reader.read(filter) { letter in
        switch format {
        case .text: Terminal.print(letter.line)
        case .json: Terminal.print(letter.summary)
        }
      }
      await reader.close()
    }
  }
}
