internal import Kafka
internal import Logging

/// The single steps of the loop.
extension StageLoop {
  /// How long the loop waits for work or a commit before it polls to show that it lives.
  private static let quietTime = Duration.seconds(1)
  /// Most bytes of one batch, which is held in memory with all its output until it is committed: 1,500 usual articles, or a few
  /// of the largest.
  private static let batchBytes = 8 << 20

  func poll() async throws(KafkaError) -> ConsumerBatch {
    let batch = try await consumer.poll(
      max: settings.batchRecords, maxBytes: Self.batchBytes, timeout: Self.pollTime)
    for event in batch.events {
      switch event {
      case .partitionEnd: break
      case .pollIntervalExceeded(let error), .error(let error):
        logger.warning("reading \(stage.input): \(error)")
      }
    }
    return batch
  }

  /// Does the work, again and again while what it needs is away; nil if the worker is to stop meanwhile.
  ///
  /// - Parameters:
  ///   - batch: nil where no records came.
  ///   - assignment: the one that the batch belongs to.
  func prepare(_ batch: ConsumerBatch?, _ assignment: Int) async throws -> PreparedBatch? {
    var attempt = 0
    while true {
      do {
        let began = ContinuousClock.now
        let prepared =
          switch preparation.work {
          case .records(let function):
            if let batch {
              await preparation.prepare(batch, with: function)
            } else {
              PreparedBatch(records: [], nextOffsets: [:])
            }
          case .batches(let work): try await prepare(batch, assignment, with: work)
          }
        counters.update { $0.working += began.duration(to: .now) }
        if attempt > 0 { logger.notice("\(stage.name) goes on") }
        return prepared
      } catch let error as Unavailable {
        logger.log(level: attempt == 0 ? .warning : .debug, "waiting: \(error)")
        let wait = Backoff().wait(attempt, chance: .random(in: 0...1))
        attempt += 1
        if await stop.latch.wait(upTo: wait) { return nil }
      }
    }
  }

  private func prepare(
    _ batch: ConsumerBatch?, _ assignment: Int, with work: BatchWork
  ) async throws -> PreparedBatch {
    let unplaced = partitions.unplaced
    if !unplaced.isEmpty {
      try await preparation.blocking { try work.assigned(unplaced) }
      do throws(KafkaError) {
        // Waits for transactions that are under way for these partitions.
        let committed = try await consumer.committedWithMetadata(unplaced)
        partitions.place(unplaced, at: committed, of: assignment)
      } catch {
        guard error.isRetriable else { throw error }
        throw Unavailable("the group's place in \(stage.input) cannot be had: \(error)")
      }
    }
    return try await preparation.prepare(batch, partitions.places, with: work)
  }

  /// Publishes beside the loop.
  func publish(_ batch: PreparedBatch, for group: ConsumerGroupMetadata) -> Publication {
    let publication = Publication(settings.delivery)
    // From here on a rebalance waits for this batch.
    partitions.setUnderWay(publication)
    partitions.noteHandedOver(batch.nextOffsets)
    Task {
      await publisher.publish(batch, for: group, as: publication)
      if case .finished = publication.ending { partitions.noteCommitted(batch.nextOffsets) }
    }
    return publication
  }

  func settle(_ ending: Publication.Ending) throws(StageFailure) {
    partitions.setUnderWay(nil)
    switch ending {
    case .finished: break
    case .dropped: logger.notice("a batch is left to the next owner of its partitions")
    case .failed(let failure): throw failure
    }
  }

  /// Does something that may take long, and polls meanwhile without taking records, so that the
  /// group does not take this worker for dead.
  func whilePolling<Value: Sendable>(
    _ early: inout EarlyBatches, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let over = Latch()
    let task = Task {
      defer { over.open() }
      return try await work()
    }
    if await over.wait(upTo: Self.quietTime) { return try await task.value }
    var paused: Set<TopicPartition> = []
    var assignment = partitions.assignment
    while !over.isOpen {
      // Partitions that were assigned meanwhile, perhaps again, are not paused yet.
      if partitions.assignment != assignment {
        assignment = partitions.assignment
        paused = []
      }
      let held = Set(partitions.held)
      try await consumer.pause(Array(held.subtracting(paused)))
      paused = held
      early.keep(try await poll(), partitions.assignment)
    }
    try await consumer.resume(Array(paused.intersection(partitions.held)))
    return try await task.value
  }

  /// Writes a summary at every interval until the task is cancelled.
  func summarize() async {
    while !Task.isCancelled {
      do { try await Task.sleep(for: settings.summaryInterval) } catch { return }
      logSummary("summary", lag: try? await consumer.lag().values.reduce(0, +))
    }
  }

  func logSummary(_ message: Logger.Message, lag: Int64?) {
    let figures = counters.figures
    var metadata: Logger.Metadata = [
      "records_in": "\(figures.recordsIn)", "records_out": "\(figures.recordsOut)",
      "dead_letters": "\(figures.deadLetters)", "batches": "\(figures.batches)",
      "aborted": "\(figures.aborted)", "working_ms": "\(figures.working.inMilliseconds)",
      "publishing_ms": "\(figures.publishing.inMilliseconds)",
    ]
    if let lag { metadata["lag"] = "\(lag)" }
    logger.info(message, metadata: metadata)
  }
}

/// Records that came although their partitions were about to be paused.
struct EarlyBatches {
  private var batches: [(batch: ConsumerBatch, assignment: Int)] = []

  mutating func keep(_ batch: ConsumerBatch, _ assignment: Int) {
    if !batch.isEmpty { batches.append((batch, assignment)) }
  }

  /// The oldest batch of the present assignment.
  mutating func next(_ assignment: Int) -> ConsumerBatch? {
    batches.removeAll { $0.assignment != assignment }
    return batches.isEmpty ? nil : batches.removeFirst().batch
  }
}
