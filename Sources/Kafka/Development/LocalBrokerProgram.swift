internal import Foundation

/// Where the local broker's program is.
enum LocalBrokerProgram {
  /// The path of the program, or an error that says how to get it.
  static func find(
    _ given: String?, environment: [String: String]
  ) throws(LocalBrokerError) -> String {
    let files = FileManager.default
    if let given = given ?? environment["RAWI_LOCAL_BROKER"] {
      guard files.isExecutableFile(atPath: given) else {
        throw LocalBrokerError.notExecutable(given)
      }
      return wrapped(by: given) ?? given
    }
    let folders =
      [".venv/bin"] + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in folders where files.isExecutableFile(atPath: "\(folder)/noida-db") {
      return wrapped(by: "\(folder)/noida-db") ?? "\(folder)/noida-db"
    }
    throw LocalBrokerError.notInstalled
  }

  /// The program itself, where the path is the Python script that pip puts before it.
  ///
  /// The script starts the program as its child and hands no signal on: stopped through it, the broker would go on running.
  private static func wrapped(by script: String) -> String? {
    let files = FileManager.default
    guard files.contents(atPath: script)?.starts(with: Array("#!".utf8)) == true else {
      return nil
    }
    let library = URL(fileURLWithPath: script).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lib").path
    let versions = (try? files.contentsOfDirectory(atPath: library)) ?? []
    for version in versions.sorted().reversed() where version.hasPrefix("python") {
      for packages in ["site-packages", "dist-packages"] {
        let program = "\(library)/\(version)/\(packages)/noida_db/noida-db"
        guard files.fileExists(atPath: program) else { continue }
        // pip unpacks it without the right to be run; the script sets it each time.
        try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        return program
      }
    }
    return nil
  }
}
