internal import ArgumentParser

/// What Rawi's parts cost.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measures what Rawi's parts cost, beside a yardstick of the same run.",
    discussion: """
      Every line is of the same work in each round: processor seconds of the middle round; how far the slowest is from the \
      fastest; and the speed, where that of the yardstick is 1 (a plain loop that splits the same bytes into words and hashes \
      each). Figures without CPU in their names are wall-clock time, memory or counts. Build with --configuration release.
      """,
    subcommands: [
      ExtractionBenchmark.self, ClientBenchmark.self, PipelineBenchmark.self, StoreBenchmark.self,
      SearchBenchmark.self,
    ])
}
