public import ArgumentParser
public import Logging

/// What is logged and how.
public struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Least severe events to log: trace, debug, info, notice, warning, error or critical.",
      valueName: "level"), transform: Self.level)
  public var logLevel: Logger.Level = .info

  @Option(help: "How log lines on standard error are written: text or json.")
  public var logFormat: LogFormat = .text

  public init() {}

  private static func level(_ name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
      let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(name) is none of \(names)")
    }
    return level
  }

  /// A logger of this level and format.
  public func logger(_ label: String) -> Logger {
    Logger(label: label) { LineLog(label: $0, format: logFormat, level: logLevel) }
  }
}
