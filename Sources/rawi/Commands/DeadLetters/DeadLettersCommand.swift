internal import ArgumentParser

/// `rawi dead-letters`
struct DeadLettersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dead-letters",
    abstract: "Look at the records that could not be processed, and send them back.",
    subcommands: [ListLetters.self, ShowLetter.self, ReplayLetters.self, ExportLetters.self])
}
