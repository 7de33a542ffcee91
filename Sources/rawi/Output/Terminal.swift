internal import Foundation
internal import Glibc

/// What standard output and standard error are, and how they are written.
enum Terminal {
  static func isInteractive(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether text on standard output may be emphasized.
  static let hasEmphasis =
    isInteractive(STDOUT_FILENO)
    && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  static func bold(_ text: String) -> String {
    hasEmphasis ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// Writes a line of text to standard output.
  static func print(_ line: String) { print(Array(line.utf8)) }

  /// Writes a line of bytes to standard output.
  static func print(_ line: [UInt8]) { write(line + [UInt8(ascii: "\n")]) }

  /// Writes bytes to standard output. A result that cannot be written is as good as none, so the
  /// program ends there and says so.
  static func write(_ bytes: [UInt8]) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      note("rawi: standard output cannot be written: \(error.localizedDescription)")
      exit(EX_IOERR)
    }
  }

  /// Tells the person something that is no result.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
