internal import CRdkafka

extension Admin {
  /// Oldest and next offset of each partition of a topic.
  public func watermarks(of topic: String) async throws(KafkaError) -> [TopicPartition: Watermarks]
  {
    guard let description = try await describe(topic: topic) else {
      throw KafkaError(.unknownTopicOrPartition, topic: topic)
    }
    let timeout = timeout
    return try await call { handle throws(KafkaError) in
      var all: [TopicPartition: Watermarks] = [:]
      for partition in description.partitions {
        let place = TopicPartition(topic, partition.number)
        var low: Int64 = 0
        var high: Int64 = 0
        let answer = rd_kafka_query_watermark_offsets(
          handle, topic, partition.number, &low, &high, timeout.milliseconds)
        if let error = KafkaError(answer, at: place) { throw error }
        all[place] = Watermarks(low: low, high: high)
      }
      return all
    }
  }

  /// What a group has committed for these partitions; those without a commit are left out.
  public func committedOffsets(
    group: String, of partitions: [TopicPartition]
  ) async throws(KafkaError) -> [TopicPartition: Int64] {
    let timeout = timeout
    return try await call { handle throws(KafkaError) in
      let wanted = PartitionList(partitions)
      var question = rd_kafka_ListConsumerGroupOffsets_new(group, wanted.pointer)
      defer { rd_kafka_ListConsumerGroupOffsets_destroy(question) }
      let request = try AdminRequest(
        handle, RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, timeout: timeout)
      return try request.groupOffsets {
        rd_kafka_ListConsumerGroupOffsets(handle, &question, 1, $0, $1)
      }
    }
  }
}
