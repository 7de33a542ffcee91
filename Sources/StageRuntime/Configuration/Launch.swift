public import ArgumentParser
internal import Foundation

extension ParsableCommand {
  /// Runs the program and exits: its options read from flags, environment and config file, its
  /// errors told in one line on standard error.
  ///
  /// Exit status: 0 done, 64 wrong usage, 78 (``ConfigurationError``) bad configuration, else what
  /// the error asks for, or 1.
  public static func launch() async -> Never {
    do {
      var command = try configured(
        arguments: Array(CommandLine.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(withError: nil)
    } catch let error as ConfigurationError {
      Self.complain(error)
      Foundation.exit(ConfigurationError.exitCode)
    } catch let error as StageFailure {
      Self.complain(error)
      Foundation.exit(error.exitCode)
    } catch {
      exit(withError: error)
    }
  }

  /// The command with its options from all layers.
  static func configured(
    arguments: [String], environment: [String: String]
  ) throws -> any ParsableCommand {
    let layered = try LayeredArguments(self, arguments: arguments, environment: environment)
    for slip in layered.slips {
      complain("\(slip.variable) is no setting of \(_commandName); did you mean \(slip.meant)?")
    }
    return try layered.parse(self)
  }

  private static func complain(_ words: some CustomStringConvertible) {
    let line = "\(_commandName): \(Escaping.visible(words.description))\n"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
