internal import ArgumentParser
internal import StageRuntime

/// `rawi dead-letters export`
struct ExportLetters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write dead letters out, with all their bytes.",
    discussion: """
      A letter is a JSON object as in the list, with key, headers and value as base64 besides. Files \
      are PARTITION-OFFSET.json, which nobody but you may read; one that is there is not replaced.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder for one file a letter, or - for one line a letter.", valueName: "folder"))
  var folder: String

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var filter: LetterFilter
  @OptionGroup var log: LogOptions

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let files = folder == "-" ? nil : try LetterFiles(folder)
    var count = 0
    try await cluster.naming {
      let reader = try await LetterReader(cluster)
      try await reader.read(filter) { letter in
        if let files { try files.write(letter) } else { Terminal.print(letter.export) }
        count += 1
      }
      await reader.close()
    }
    if files != nil { Terminal.print("\(count) letters written to \(folder)") }
  }
}
