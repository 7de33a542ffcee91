internal import Foundation
public import Logging

/// Writes each log event as one line, by default to standard error.
public struct LineLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel: Logger.Level
  public var metadataProvider: Logger.MetadataProvider?

  private let label: String
  private let format: LogFormat
  private let write: @Sendable (String) -> Void

  /// - Parameter write: takes a line with its end.
  public init(
    label: String, format: LogFormat, level: Logger.Level,
    write: @escaping @Sendable (String) -> Void = LineLog.standardError
  ) {
    self.label = label
    self.format = format
    self.write = write
    logLevel = level
  }

  public func log(event: LogEvent) {
    let all =
      metadata
      .merging(metadataProvider?.get() ?? [:]) { $1 }
      .merging(event.metadata ?? [:]) { $1 }
    write(format.line(event, logger: label, metadata: all, time: Date()) + "\n")
  }

  public subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// One system call a line, so that lines of several threads do not mix.
  public static let standardError: @Sendable (String) -> Void = { line in
    FileHandle.standardError.write(Data(line.utf8))
  }
}
