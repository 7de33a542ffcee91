/// Why a worker stopped before it was asked to: one line that says what happened and what to do.
public struct StageFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String
  public var exitCode: Int32

  public init(_ description: String, exitCode: Int32 = 1) {
    self.description = description
    self.exitCode = exitCode
  }
}
