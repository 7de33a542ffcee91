import ArgumentParser
import Testing

@testable import StageRuntime

/// A worker as the real ones declare themselves.
struct SampleWorker: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "parser-worker")

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var stage: StageOptions
  @OptionGroup var log: LogOptions
  @Option var lexicon: [String] = []
  @Flag var explain = false
  @Flag(inversion: .prefixedNo) var colour = true

  static func read(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> SampleWorker {
    try #require(configured(arguments: arguments, environment: environment) as? SampleWorker)
  }
}

/// A program with subcommands.
struct SampleTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rawi", subcommands: [Up.self, Show.self], defaultSubcommand: Show.self)

  struct Up: ParsableCommand {
    @OptionGroup var kafka: KafkaOptions
    @Argument var paths: [String] = []
  }

  struct Show: ParsableCommand {
    @Option var limit = 10
  }
}
