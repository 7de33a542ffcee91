internal import ArgumentParser

/// `rawi lexicon`
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Look after lexicons of your own.",
    subcommands: [CheckLexicon.self])
}
