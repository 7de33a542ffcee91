internal import ArgumentParser

/// What Rawi's parts cost.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measures what Rawi's parts cost, beside a yardstick of the same run.",
    subcommands: [ExtractionBenchmark.self, ClientBenchmark.self, PipelineBenchmark.self])
}
