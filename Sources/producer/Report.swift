internal import ArticleReading
internal import Foundation

/// The run in figures.
struct Report {
  private let counts: Tally.Counts
  private let progress: ArticleInputs.Progress
  private let seconds: Double

  init(_ counts: Tally.Counts, _ progress: ArticleInputs.Progress, seconds: Double) {
    self.counts = counts
    self.progress = progress
    self.seconds = max(seconds, 0.001)
  }

  init(
    _ counts: Tally.Counts, _ progress: ArticleInputs.Progress, since start: ContinuousClock.Instant
  ) {
    self.init(counts, progress, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  /// `12/40 files · 3210 articles · 14.2 MB/s · 2 failed · 0:34 left`.
  var line: String {
    var parts = [
      "\(progress.filesDone)/\(progress.files) files", "\(counts.delivered) articles",
      Self.size(Double(progress.bytesRead) / seconds) + "/s",
    ]
    if counts.unread + counts.undelivered > 0 {
      parts.append("\(counts.unread + counts.undelivered) failed")
    }
    if let left = secondsLeft {
      parts.append("\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
    }
    return parts.joined(separator: " · ")
  }

  /// Nil where the amount is not known, or nothing is left to guess from.
  private var secondsLeft: Int? {
    guard progress.bytesRead > 0, progress.bytesTotal > progress.bytesRead else { return nil }
    let rate = Double(progress.bytesRead) / seconds
    return Int((Double(progress.bytesTotal - progress.bytesRead) / rate).rounded(.up))
  }

  func summary(topic: String) -> String {
    let articles = "\(counts.delivered) \(counts.delivered == 1 ? "article" : "articles")"
    let files = "\(progress.files) \(progress.files == 1 ? "file" : "files")"
    return "\(articles) from \(files) in \(topic): \(Self.size(Double(counts.bytes))) in "
      + "\(Self.decimal(seconds)) s (\(Self.size(Double(counts.bytes) / seconds))/s); "
      + "\(counts.unread) not read, \(counts.undelivered) not delivered"
  }

  private static func size(_ bytes: Double) -> String {
    bytes < 1000
      ? "\(Int(bytes)) B"
      : bytes < 1_000_000
        ? "\(decimal(bytes / 1000)) kB" : "\(decimal(bytes / 1_000_000)) MB"
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}
