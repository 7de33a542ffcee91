internal import StageRuntime

/// Why `rawi up` ends before all articles are indexed.
enum UpEnd {
  static func interrupted(_ signal: Int32) -> StageFailure {
    StageFailure("interrupted before all articles were indexed", exitCode: 128 + signal)
  }

  /// Shows what the worker wrote last, too.
  static func died(_ child: Child, status: Int32) -> StageFailure {
    let lines = child.lastLines(12)
    for line in lines { Terminal.note("\(child.name): \(line)") }
    let how = status > 128 ? "was ended by signal \(status - 128)" : "ended with status \(status)"
    return StageFailure(
      "\(child.name) \(how)\(lines.isEmpty ? " and wrote nothing" : "; its last lines are above")")
  }

  static func stuck(_ waiting: String, _ patience: Duration) -> StageFailure {
    StageFailure(
      "nothing has moved for \(patience) while waiting for \(waiting); see the logs")
  }
}
