internal import ArgumentParser

/// The operator's hand tool.
struct Rawi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rawi",
    abstract: "Arabic news articles to structured events.",
    subcommands: [
      Up.self, Extract.self, Explain.self, LexiconCommand.self, EventsCommand.self, Search.self,
      Export.self,
      DeadLettersCommand.self, TopicsCommand.self, EvaluateCommand.self,
    ])
}
