internal import ArgumentParser
internal import EventExtraction
internal import Foundation
internal import StageRuntime

/// `rawi lexicon check`
struct CheckLexicon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Name every line of your tables that cannot be used.",
    discussion: """
      Reads the folders as --lexicon does, one behind the other. Each bad line is written as \
      file:line: reason. Ends with status 65 if there is any; then no program starts with these \
      folders. The form of the tables is described in Lexicons/README.md.
      """)

  @Argument(help: ArgumentHelp("Folders of tables, the last one wins.", valueName: "folder"))
  var folders: [String]

  func run() throws {
    let check = LexiconCheck(.bundled.adding(folders.map { URL(filePath: $0) }))
    for problem in check.problems { Terminal.print("\(problem)".plain) }
    guard check.problems.isEmpty else {
      let count = check.problems.count
      throw StageFailure(
        count == 1 ? "one problem" : "\(count) problems", exitCode: EX_DATAERR)
    }
    Terminal.print(Self.summary(check.kinds))
  }

  private static func summary(_ kinds: [LexiconCheck.Kind]) -> String {
    let lines = kinds.map(\.lines).reduce(0, +)
    let overridden = kinds.map(\.overridden).reduce(0, +)
    let parts = kinds.map { kind in
      kind.overridden == 0
        ? "\(kind.name) \(kind.lines)" : "\(kind.name) \(kind.lines) for \(kind.overridden)"
    }
    return "good: \(lines) line\(lines == 1 ? "" : "s") (\(parts.joined(separator: ", "))); "
      + (overridden == 0 ? "none overrides another" : "\(overridden) earlier overridden")
  }
}
