internal import CRdkafka
internal import Dispatch
internal import Logging
internal import Synchronization

/// Receives the rebalances and commit answers of one consumer.
final class ConsumerContext: ClientContext, @unchecked Sendable {
  private struct State {
    var handler: RebalanceHandler?
    /// Partitions that went away since the poll under way began.
    var gone: Set<TopicPartition> = []
    /// Where reading came to the end of a partition.
    var ends: [TopicPartition: Int64] = [:]
    /// Partitions that were paused and not resumed, also those of earlier assignments.
    var paused: Set<TopicPartition> = []
  }

  private let state = Mutex(State())
  /// Batches that still hold records, and with them the handle.
  let lent = Atomic<Int>(0)

  func install(rebalancesIn configuration: OpaquePointer) {
    rd_kafka_conf_set_rebalance_cb(configuration) { handle, kind, list, opaque in
      guard let handle, let list, let context = ClientContext.from(opaque) as? ConsumerContext
      else { return }
      context.rebalance(handle, kind, list)
    }
    rd_kafka_conf_set_offset_commit_cb(configuration) { _, answer, list, opaque in
      guard let context = ClientContext.from(opaque) as? ConsumerContext else { return }
      context.committed(answer, list)
    }
  }

  func setHandler(_ handler: RebalanceHandler?) {
    state.withLock { $0.handler = handler }
  }

  /// The partitions that went away since the last question.
  func takeGone() -> Set<TopicPartition> {
    state.withLock { state in
      defer { state.gone = [] }
      return state.gone
    }
  }

  func noteEnd(_ place: TopicPartition, _ offset: Int64) {
    state.withLock { $0.ends[place] = offset }
  }

  /// Reading goes on elsewhere: the ends that were met say nothing any more.
  func forgetEnds(of places: some Collection<TopicPartition>) {
    state.withLock { state in
      for place in places {
        state.ends[place] = nil
      }
    }
  }

  func end(of place: TopicPartition) -> Int64? {
    state.withLock { $0.ends[place] }
  }

  func notePaused(_ places: [TopicPartition]) {
    state.withLock { $0.paused.formUnion(places) }
  }

  /// The partitions to be resumed, each once.
  ///
  /// librdkafka throws away what it has fetched of a partition that is resumed without being paused, and reads on behind it.
  func takePaused(among places: [TopicPartition]) -> [TopicPartition] {
    state.withLock { state in
      let paused = places.filter(state.paused.contains)
      state.paused.subtract(paused)
      return paused
    }
  }

  private func rebalance(
    _ handle: OpaquePointer, _ kind: rd_kafka_resp_err_t, _ list: PartitionList.Pointer
  ) {
    let partitions = PartitionList.partitions(of: list)
    let incremental =
      rd_kafka_rebalance_protocol(handle).map { String(cString: $0) } == "COOPERATIVE"
    switch kind {
    case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS:
      // Before librdkafka asks where the group goes on: the handler may have to finish what changes that.
      tell(.assigned(partitions))
      // What was paused in an earlier assignment would stay so in this one, and nobody would know. Before anything is fetched.
      let paused = PartitionList(takePaused(among: partitions))
      rd_kafka_resume_partitions(handle, paused.pointer)
      if incremental {
        note(KafkaError(consuming: rd_kafka_incremental_assign(handle, list)))
      } else {
        note(KafkaError(rd_kafka_assign(handle, list)))
      }
    case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS:
      let lost = rd_kafka_assignment_lost(handle) != 0
      tell(lost ? .lost(partitions) : .revoking(partitions))
      forget(partitions)
      if incremental {
        note(KafkaError(consuming: rd_kafka_incremental_unassign(handle, list)))
      } else {
        note(KafkaError(rd_kafka_assign(handle, nil)))
      }
    default:
      note(KafkaError(kind))
      rd_kafka_assign(handle, nil)
    }
  }

  /// Runs the handler while this thread, which is the consumer's own, waits for it.
  private func tell(_ change: Rebalance) {
    guard let handler = state.withLock({ $0.handler }) else { return }
    let done = DispatchSemaphore(value: 0)
    Task {
      await handler(change)
      done.signal()
    }
    done.wait()
  }

  private func forget(_ partitions: [TopicPartition]) {
    state.withLock { $0.gone.formUnion(partitions) }
    forgetEnds(of: partitions)
  }

  private func committed(_ answer: rd_kafka_resp_err_t, _ list: PartitionList.Pointer?) {
    // Nothing to commit is no failure.
    guard answer != RD_KAFKA_RESP_ERR__NO_OFFSET, let error = KafkaError(answer) else { return }
    report(.commitFailed(list.flatMap(PartitionList.firstError(of:)) ?? error))
  }

  private func note(_ error: KafkaError?) {
    guard let error else { return }
    logger.error("a rebalance failed: \(error)")
    report(.error(error))
  }
}
