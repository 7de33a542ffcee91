internal import Contracts
internal import Kafka

/// The topics as Rawi wants them.
struct TopicPlan {
  var topics: Topics
  /// Of every topic but the dead letters', which has one.
  var partitions: Int
  /// Nil leaves it to the broker.
  var replicationFactor: Int?
  /// For how long dead letters wait for somebody to look at them.
  private static let deadLetterDays = 90

  var all: [NewTopic] {
    [
      topic(topics.articlesRaw, ["cleanup.policy": "delete"]),
      topic(topics.articlesParsed, ["cleanup.policy": "delete"]),
      topic(topics.events, ["cleanup.policy": "compact"]),
      topic(
        topics.articlesDead,
        [
          "cleanup.policy": "delete",
          "retention.ms": String(Self.deadLetterDays * 24 * 60 * 60 * 1000),
        ], partitions: 1),
    ]
  }

  private func topic(
    _ name: String, _ configuration: [String: String], partitions: Int? = nil
  ) -> NewTopic {
    NewTopic(
      name, partitions: partitions ?? self.partitions, replicationFactor: replicationFactor,
      configuration: configuration)
  }

  /// Makes the topics that are not there yet, and returns for each whether it was made now.
  func create(with admin: Admin) async throws(KafkaError) -> [(name: String, isNew: Bool)] {
    var made: [(name: String, isNew: Bool)] = []
    for topic in all {
      do {
        try await admin.createTopic(topic)
        made.append((topic.name, true))
      } catch  where error.code == .topicAlreadyExists {
        made.append((topic.name, false))
      }
    }
    return made
  }
}
