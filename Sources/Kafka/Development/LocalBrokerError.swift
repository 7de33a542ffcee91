/// Why there is no local broker, and what to do about it.
public enum LocalBrokerError: Error, Hashable, Sendable, CustomStringConvertible {
  case notInstalled
  /// The path that was given is not a program.
  case notExecutable(String)
  /// The program or its log, and the system's reason.
  case cannotStart(String, String)
  /// The address, and the file with the broker's own words.
  case noAnswer(String, log: String)

  public var description: String {
    switch self {
    case .notInstalled:
      """
      there is no local broker: noida-db is neither in .venv/bin nor in PATH. \
      Install it with: python3 -m venv .venv && .venv/bin/pip install --require-hashes -r deploy/requirements.txt \
      (deploy/run does), or name a Kafka of your own with --bootstrap-servers
      """
    case .notExecutable(let path):
      "the local broker cannot be started: \(path) is not an executable file (see RAWI_LOCAL_BROKER)"
    case .cannotStart(let path, let reason):
      "the local broker cannot be started: \(path): \(reason)"
    case .noAnswer(let address, let log):
      "the local broker does not answer on \(address); what it says itself is in \(log)"
    }
  }
}
