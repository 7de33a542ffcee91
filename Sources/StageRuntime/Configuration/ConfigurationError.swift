/// A setting that cannot be used: one line that names the setting, where it came from and what to
/// do about it. A program that meets one exits with ``exitCode``.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `EX_CONFIG` of sysexits.
  public static let exitCode: Int32 = 78

  /// Where the setting was found: a flag, an environment variable, a line of a file.
  public var origin: Origin?
  /// What is wrong and how to mend it.
  public var message: String

  public init(_ message: String, origin: Origin? = nil) {
    self.origin = origin
    self.message = message
  }

  public var description: String {
    guard let origin else { return message }
    return "\(origin): \(message)"
  }
}

/// Where a setting was found.
public enum Origin: Sendable, Hashable, CustomStringConvertible {
  case file(path: String, line: Int, key: String)
  case environment(variable: String)
  case commandLine(option: String)

  public var description: String {
    switch self {
    case .file(let path, let line, let key): "\(path):\(line): \(key)"
    case .environment(let variable): variable
    case .commandLine(let option): option
    }
  }
}
