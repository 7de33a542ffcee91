internal import ArgumentParser
internal import Contracts
internal import Kafka
internal import StageRuntime

/// `rawi topics list`
struct ListTopics: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List Rawi's topics with their partitions and how many offsets each holds.")

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var log: LogOptions

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let topics = cluster.topics
    let names = [topics.articlesRaw, topics.articlesParsed, topics.events, topics.articlesDead]
    let lines = try await cluster.administer { admin in
      let there = try await admin.topics()
      var lines: [String] = []
      for name in names {
        guard let topic = there.first(where: { $0.name == name }) else {
          lines.append("missing  \(name)")
          continue
        }
        let offsets = try await admin.watermarks(of: name).values
        let held = offsets.reduce(0) { $0 + $1.high - $1.low }
        let replicas = topic.partitions.map(\.replicas.count).min() ?? 0
        lines.append(
          "present  \(name): \(topic.partitions.count) partitions, \(replicas) replicas, "
            + "\(held) offsets")
      }
      return lines
    }
    for line in lines { Terminal.print(line) }
    if lines.contains(where: { $0.hasPrefix("missing") }) {
      throw StageFailure("topics are missing; make them with: rawi topics create")
    }
  }
}
