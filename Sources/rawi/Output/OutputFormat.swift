internal import ArgumentParser
internal import Foundation

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Blocks of labelled lines for people.
  case text
  /// One record a line, as it stands in its topic.
  case json

  /// For people at a terminal, for programs otherwise.
  static var usual: OutputFormat { Terminal.isInteractive(STDOUT_FILENO) ? .text : .json }
}
