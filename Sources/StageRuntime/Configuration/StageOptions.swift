public import ArgumentParser
internal import Foundation

/// Whether a worker's output can be doubled by a crash.
public enum Delivery: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Output and offsets in one Kafka transaction.
  case exactlyOnce = "exactly-once"
  /// Output first, then offsets; for brokers without transactions.
  case atLeastOnce = "at-least-once"
}

/// How a worker runs its stage.
public struct StageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Consumer group; by default the topic prefix and rawi-<worker>.", valueName: "name"))
  public var group: String?

  @Option(
    help: ArgumentHelp(
      "This process's name within the group: unique there and kept over restarts; by default the host's name.",
      valueName: "name"))
  public var instance: String?

  @Option(help: "exactly-once, or at-least-once for brokers without transactions.")
  public var delivery: Delivery = .exactlyOnce

  @Option(help: ArgumentHelp("Most records in one transaction.", valueName: "count"))
  public var batchRecords: Int = 500

  @Option(
    help: ArgumentHelp("Threads for the stage's work; by default one a core.", valueName: "count"))
  public var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Longest time to finish what is begun when asked to stop.", valueName: "time"))
  public var drainTimeout: Interval = .seconds(30)

  @Option(help: ArgumentHelp("Time between summaries in the log.", valueName: "time"))
  public var summaryInterval: Interval = .seconds(60)

  @Flag(
    name: .customLong("validate"),
    help: "Check the configuration and exit, 0 if it is good; no broker is needed.")
  public var validateOnly = false

  public init() {}

  public mutating func validate() throws {
    try Self.check(batchRecords, in: 1...100_000, "--batch-records")
    try Self.check(drainTimeout.milliseconds, in: 1...3_600_000, "--drain-timeout", "1ms to 1h")
    try Self.check(
      summaryInterval.milliseconds, in: 1000...86_400_000, "--summary-interval", "1s to 24h")
    if let threads { try Self.check(threads, in: 1...1024, "--threads") }
    if group?.isEmpty ?? false {
      throw ValidationError("--group is empty; leave it out or name one")
    }
    if instance?.isEmpty ?? false {
      throw ValidationError("--instance is empty; leave it out or name one")
    }
  }

  /// How many threads the work gets.
  public var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  var instanceName: String { instance ?? ProcessInfo.processInfo.hostName }

  private static func check(
    _ value: Int, in range: ClosedRange<Int>, _ option: String, _ words: String? = nil
  ) throws {
    guard !range.contains(value) else { return }
    let words = words ?? "\(range.lowerBound) to \(range.upperBound)"
    throw ValidationError("\(option) must be \(words)")
  }
}
