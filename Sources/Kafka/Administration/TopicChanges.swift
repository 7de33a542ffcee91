internal import CRdkafka

extension Admin {
  /// Makes a topic.
  ///
  /// - Throws: ``KafkaError/Code/topicAlreadyExists`` where there is one of that name, whatever its partitions.
  public func createTopic(_ topic: NewTopic) async throws(KafkaError) {
    let timeout = timeout
    try await call { handle throws(KafkaError) in
      var reason = [CChar](repeating: 0, count: 256)
      var new = rd_kafka_NewTopic_new(
        topic.name, Int32(topic.partitions), Int32(topic.replicationFactor ?? -1), &reason,
        reason.count)
      guard new != nil else {
        throw KafkaError(.invalidArgument, String(cArray: reason), topic: topic.name)
      }
      defer { rd_kafka_NewTopic_destroy(new) }
      for (name, value) in topic.configuration {
        if let error = KafkaError(rd_kafka_NewTopic_set_config(new, name, value)) { throw error }
      }
      let request = try AdminRequest(handle, RD_KAFKA_ADMIN_OP_CREATETOPICS, timeout: timeout)
      try request.topicResults {
        rd_kafka_CreateTopics(handle, &new, 1, $0, $1)
      } _: { event, count in
        rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), count)
      }
    }
  }

  /// Deletes a topic with everything in it.
  public func deleteTopic(_ name: String) async throws(KafkaError) {
    let timeout = timeout
    try await call { handle throws(KafkaError) in
      var topic = rd_kafka_DeleteTopic_new(name)
      defer { rd_kafka_DeleteTopic_destroy(topic) }
      let request = try AdminRequest(handle, RD_KAFKA_ADMIN_OP_DELETETOPICS, timeout: timeout)
      try request.topicResults {
        rd_kafka_DeleteTopics(handle, &topic, 1, $0, $1)
      } _: { event, count in
        rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), count)
      }
    }
  }

  /// Gives a topic more partitions. Records that are there stay where they are, so a key may go on in another partition.
  public func increasePartitions(of name: String, to count: Int) async throws(KafkaError) {
    let timeout = timeout
    try await call { handle throws(KafkaError) in
      var reason = [CChar](repeating: 0, count: 256)
      var new = rd_kafka_NewPartitions_new(name, count, &reason, reason.count)
      guard new != nil else {
        throw KafkaError(.invalidArgument, String(cArray: reason), topic: name)
      }
      defer { rd_kafka_NewPartitions_destroy(new) }
      let request = try AdminRequest(
        handle, RD_KAFKA_ADMIN_OP_CREATEPARTITIONS, timeout: timeout)
      try request.topicResults {
        rd_kafka_CreatePartitions(handle, &new, 1, $0, $1)
      } _: { event, count in
        rd_kafka_CreatePartitions_result_topics(
          rd_kafka_event_CreatePartitions_result(event), count)
      }
    }
  }
}
