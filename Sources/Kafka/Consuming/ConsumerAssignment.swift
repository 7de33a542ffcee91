internal import CRdkafka

/// Which partitions a consumer reads, and from where.
extension Consumer {
  /// Reads these partitions, without a group's say; replaces what was assigned before.
  public func assign(_ partitions: [TopicPartition: StartOffset]) async throws(KafkaError) {
    let context = context
    try await call { handle throws(KafkaError) in
      context.forgetEnds(of: partitions.keys)
      let list = PartitionList(partitions.mapValues(\.number))
      try KafkaError.check(rd_kafka_assign(handle, list.pointer))
    }
  }

  /// The partitions that this consumer holds now.
  public func assignment() async throws(KafkaError) -> [TopicPartition] {
    try await call { handle throws(KafkaError) in
      try Self.assignmentList(handle).partitions.sorted()
    }
  }

  /// Stops handing out records of these partitions. Go on polling: the group wants to see that this member lives.
  public func pause(_ partitions: [TopicPartition]) async throws(KafkaError) {
    let context = context
    try await change(partitions, rd_kafka_pause_partitions)
    context.notePaused(partitions)
  }

  /// Goes on where ``pause(_:)`` stopped; no record is left out or comes twice. Partitions that are not paused stay as they are.
  public func resume(_ partitions: [TopicPartition]) async throws(KafkaError) {
    try await change(context.takePaused(among: partitions), rd_kafka_resume_partitions)
  }

  /// Goes on elsewhere in partitions that this consumer holds.
  public func seek(
    _ partitions: [TopicPartition: StartOffset], timeout: Duration = .seconds(10)
  ) async throws(KafkaError) {
    guard !partitions.isEmpty else { return }
    let context = context
    try await call { handle throws(KafkaError) in
      context.forgetEnds(of: partitions.keys)
      let list = PartitionList(partitions.mapValues(\.number))
      try KafkaError.check(
        consuming: rd_kafka_seek_partitions(handle, list.pointer, timeout.milliseconds))
      if let error = list.firstError { throw error }
    }
  }

  private func change(
    _ partitions: [TopicPartition],
    _ set: @escaping @Sendable (OpaquePointer?, PartitionList.Pointer?) -> rd_kafka_resp_err_t
  ) async throws(KafkaError) {
    guard !partitions.isEmpty else { return }
    try await call { handle throws(KafkaError) in
      let list = PartitionList(partitions)
      try KafkaError.check(set(handle, list.pointer))
      if let error = list.firstError { throw error }
    }
  }

  static func assignmentList(_ handle: OpaquePointer) throws(KafkaError) -> PartitionList {
    var list: PartitionList.Pointer?
    try KafkaError.check(rd_kafka_assignment(handle, &list))
    guard let list else { return PartitionList([TopicPartition]()) }
    return PartitionList(taking: list)
  }
}
