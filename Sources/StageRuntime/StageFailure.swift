/// Why a worker stopped before it was asked to: one line that says what happened and what to do.
public struct StageFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String
  public var exitCode: Int32

  public init(_ description: String, exitCode: Int32 = 1) {
    self.description = description
    self.exitCode = exitCode
  }
}

/// What a stage's function throws while something it needs, such as a database, cannot be used for a while: the batch is worked on
/// again later, and its records wait.
public struct Unavailable: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
