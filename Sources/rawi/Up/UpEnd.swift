internal import StageRuntime

/// Why `rawi up` ends before all articles are indexed.
enum UpEnd {
  static func interrupted(_ signal: Int32) -> StageFailure {
    StageFailure("interrupted before all articles were indexed", exitCode: 128 + signal)
  }

  static func died(_ child: Child, status: Int32) -> StageFailure {
    let lines = child.lastLines(12).map { "  " + $0 }
    let how = status > 128 ? "was ended by signal \(status - 128)" : "ended with status \(status)"
    let said = lines.isEmpty ? "and wrote nothing" : "and wrote last:"
    return StageFailure(([("\(child.name) \(how) \(said)")] + lines).joined(separator: "\n"))
  }

  static func stuck(_ waiting: String, _ patience: Duration) -> StageFailure {
    StageFailure(
      "nothing has moved for \(patience) while waiting for \(waiting); see the logs")
  }
}
