internal import Foundation
internal import StageRuntime
internal import Synchronization

/// The person's side: a progress line that is redrawn on a terminal, complaints, one summary.
final class Console: Sendable {
  private let isQuiet: Bool
  /// Whether the progress line stands on the screen.
  private let isShown = Mutex(false)
  private let isTerminal: Bool

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  func show(_ line: String) {
    guard isTerminal, !isQuiet else { return }
    isShown.withLock {
      Self.write("\r\u{1B}[K" + line)
      $0 = true
    }
  }

  func clear() {
    isShown.withLock {
      if $0 { Self.write("\r\u{1B}[K") }
      $0 = false
    }
  }

  func complain(_ words: String) {
    isShown.withLock {
      if $0 { Self.write("\r\u{1B}[K") }
      $0 = false
      Self.complain(words)
    }
  }

  func summarize(_ words: String) {
    if !isQuiet { print(words) }
  }

  static func complain(_ words: String) {
    write("producer: \(Escaping.visible(words))\n")
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
