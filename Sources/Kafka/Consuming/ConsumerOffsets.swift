internal import CRdkafka

/// Where a consumer stands, and what it has committed. Offsets are always the ones to go on from: one after the last record done.
extension Consumer {
  /// Commits and waits for the answer.
  ///
  /// - Throws: the error of the first partition that was refused. With `REBALANCE_IN_PROGRESS`, `ILLEGAL_GENERATION` or
  ///   `UNKNOWN_MEMBER_ID` the partitions belong to somebody else, who does the work again.
  public func commit(_ offsets: [TopicPartition: Int64]) async throws(KafkaError) {
    try await commit(offsets.mapValues { GroupOffset($0) })
  }

  /// The same with words beside each offset.
  public func commit(_ offsets: [TopicPartition: GroupOffset]) async throws(KafkaError) {
    guard !offsets.isEmpty else { return }
    try await callAsMember { handle throws(KafkaError) in
      let list = PartitionList(offsets)
      let answer = Answer()
      let code = rd_kafka_commit_queue(
        handle, list.pointer, nil,
        { _, _, list, opaque in
          guard let list, let opaque else { return }
          Unmanaged<Answer>.fromOpaque(opaque).takeUnretainedValue().error =
            PartitionList.firstError(of: list)
        }, Unmanaged.passUnretained(answer).toOpaque())
      if let error = answer.error { throw error }
      try KafkaError.check(code)
    }
  }

  /// Commits without waiting; a failure comes as ``ClientEvent/commitFailed(_:)`` with a later poll.
  public func commitLater(_ offsets: [TopicPartition: Int64]) throws(KafkaError) {
    guard !offsets.isEmpty else { return }
    try requireGroup()
    let list = PartitionList(offsets)
    try KafkaError.check(rd_kafka_commit(try client().handle, list.pointer, 1))
  }

  /// What the group has committed; partitions without a commit are left out.
  public func committed(
    _ partitions: [TopicPartition], timeout: Duration = .seconds(10)
  ) async throws(KafkaError) -> [TopicPartition: Int64] {
    try await committedWithMetadata(partitions, timeout: timeout).mapValues(\.offset)
  }

  /// The same with the words that were committed beside each offset.
  public func committedWithMetadata(
    _ partitions: [TopicPartition], timeout: Duration = .seconds(10)
  ) async throws(KafkaError) -> [TopicPartition: GroupOffset] {
    try await callAsMember { handle throws(KafkaError) in
      let list = PartitionList(partitions)
      try KafkaError.check(rd_kafka_committed(handle, list.pointer, timeout.milliseconds))
      if let error = list.firstError { throw error }
      return list.groupOffsets
    }
  }

  /// One after the last record that was handed out; partitions nothing was read from are left out.
  public func positions(
    of partitions: [TopicPartition]
  ) async throws(KafkaError) -> [TopicPartition: Int64] {
    try await call { handle throws(KafkaError) in
      let list = PartitionList(partitions)
      try KafkaError.check(rd_kafka_position(handle, list.pointer))
      return list.offsets
    }
  }

  /// Oldest and next offset of a partition, asked of its broker.
  public func watermarks(
    of place: TopicPartition, timeout: Duration = .seconds(10)
  ) async throws(KafkaError) -> Watermarks {
    try await call { handle throws(KafkaError) in
      var low: Int64 = 0
      var high: Int64 = 0
      let answer = rd_kafka_query_watermark_offsets(
        handle, place.topic, place.partition, &low, &high, timeout.milliseconds)
      if let error = KafkaError(answer, at: place) { throw error }
      return Watermarks(low: low, high: high)
    }
  }

  /// The offset of the first record stamped at this time (milliseconds since 1970) or later, for each partition.
  /// Partitions without such a record are left out.
  public func offsets(
    at time: Int64, of partitions: [TopicPartition], timeout: Duration = .seconds(10)
  ) async throws(KafkaError) -> [TopicPartition: Int64] {
    try await call { handle throws(KafkaError) in
      let list = PartitionList(
        Dictionary(partitions.map { ($0, time) }) { first, _ in first })
      try KafkaError.check(
        rd_kafka_offsets_for_times(handle, list.pointer, timeout.milliseconds))
      if let error = list.firstError { throw error }
      return list.offsets
    }
  }

  /// How many offsets this consumer is behind the end, for the partitions it holds now and has read from.
  ///
  /// Costs no question to a broker: it is what the last fetch said. The marks of transactions count as offsets, except where the
  /// consumer has seen the end behind them, so that a consumer that has read everything has a lag of 0.
  public func lag() async throws(KafkaError) -> [TopicPartition: Int64] {
    let context = context
    return try await call { handle throws(KafkaError) in
      let list = try Self.assignmentList(handle)
      try KafkaError.check(rd_kafka_position(handle, list.pointer))
      var lag: [TopicPartition: Int64] = [:]
      for place in list.partitions {
        var low: Int64 = -1
        var high: Int64 = -1
        let answer = rd_kafka_get_watermark_offsets(
          handle, place.topic, place.partition, &low, &high)
        let end = context.end(of: place)
        guard answer == RD_KAFKA_RESP_ERR_NO_ERROR, high >= 0,
          let reached = [list.offsets[place], end].compactMap({ $0 }).max()
        else { continue }
        lag[place] = Swift.max(0, high - reached)
      }
      return lag
    }
  }

  /// Who this consumer is in its group now, for ``TransactionalProducer/sendOffsets(_:group:timeout:)``.
  public func groupMetadata() async throws(KafkaError) -> ConsumerGroupMetadata {
    try await callAsMember { handle throws(KafkaError) in
      guard let pointer = rd_kafka_consumer_group_metadata(handle) else {
        throw KafkaError(.wrongState, "this consumer has not joined its group")
      }
      return ConsumerGroupMetadata(taking: pointer)
    }
  }
}

/// Where the callback of a commit leaves the answer.
private final class Answer {
  var error: KafkaError?
}
