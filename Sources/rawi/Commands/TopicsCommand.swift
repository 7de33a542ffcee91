internal import ArgumentParser

/// `rawi topics`
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "Make and list the topics.",
    subcommands: [CreateTopics.self, ListTopics.self])
}
