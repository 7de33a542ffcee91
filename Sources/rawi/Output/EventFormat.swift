internal import ArgumentParser
internal import Foundation

/// How events are written.
enum EventFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Blocks of labelled lines for people.
  case text
  /// One record a line, as it stands in its topic.
  case json
  /// One event a line behind a line of names, RFC 4180.
  case csv
  /// A FeatureCollection of RFC 7946.
  case geojson

  /// For people at a terminal, for programs otherwise.
  static var usual: EventFormat { Terminal.isInteractive(STDOUT_FILENO) ? .text : .json }
}
