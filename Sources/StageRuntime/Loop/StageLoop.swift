internal import Kafka
internal import Logging

/// Polls a batch, runs the stage's function over it, publishes its output with its offsets; and
/// polls the next while the last is being committed.
final class StageLoop: Sendable {
  let settings: StageSettings
  let stage: Stage
  let logger: Logger
  let consumer: Consumer
  let publisher: Publisher
  let preparation: Preparation
  let partitions: Partitions
  let stop: StopSignal
  let outage = Outage()
  let counters = StageCounters()

  /// How long a poll waits, and so how long it may take to notice the wish to stop.
  static let pollTime = Duration.milliseconds(200)
  /// How long a worker to which no records come waits before it looks into its store.
  private static let lookTime = Duration.seconds(1)
  /// How long a worker that stops waits to be let out of its group.
  private static let leaveTime = Duration.seconds(5)

  init(
    _ settings: StageSettings, _ stage: Stage, _ work: Stage.Work, stop: StopSignal,
    logger: Logger
  ) throws(KafkaError) {
    self.settings = settings
    self.stage = stage
    self.stop = stop
    self.logger = logger
    let clientLogger = ClientLog.logger(logger, outage)
    consumer = try Consumer(settings.consumer, logger: clientLogger)
    preparation = Preparation(
      stage: stage, work: work, threads: WorkThreads(count: settings.threads),
      origin: DeadLetter.Origin(
        group: settings.group, instance: settings.instance, worker: stage.name),
      logger: logger)
    partitions = Partitions(logger: logger)
    publisher = Publisher(
      settings, try Output(settings, logger: clientLogger), consumer: consumer,
      preparation: preparation, counters: counters, outage: outage, logger: logger)
  }

  /// Runs until it is asked to stop, then finishes what is under way.
  func run() async throws {
    do {
      // An unfinished transaction of an earlier process of this name is aborted here, before its
      // partitions are read again.
      try await publisher.initialize(stop: stop)
      if !stop.isRequested {
        logger.info(
          "reading",
          metadata: [
            "topic": "\(stage.input)", "group": "\(settings.group)",
            "instance": "\(settings.instance)",
          ])
        try await consumer.subscribe(to: [stage.input]) { [partitions] change in
          await partitions.change(change)
        }
        let summary = Task { await summarize() }
        defer { summary.cancel() }
        try await work()
      }
      // Who stops in order may not come back: its partitions go to others now, not when its session has run out.
      try await consumer.leaveGroup(timeout: Self.leaveTime)
      try await consumer.close()
      await publisher.close()
      logSummary("stopped", lag: nil)
    } catch {
      // The group should not wait for a worker that is gone, but the first error is the one to tell.
      try? await consumer.close()
      await publisher.close()
      logSummary("stopped by an error", lag: nil)
      if let error = error as? KafkaError { throw StageFailure(error, settings) }
      throw error
    }
  }

  /// Whether a stage with a store should look into it although no records come: others may have put
  /// something there for this worker's partitions.
  private func isTimeToLook(_ last: ContinuousClock.Instant) -> Bool {
    preparation.batchWork != nil && !partitions.held.isEmpty
      && last.duration(to: .now) >= Self.lookTime
  }

  private func work() async throws {
    var underWay: Publication?
    var early = EarlyBatches()
    var lastWork = ContinuousClock.now
    while !stop.isRequested {
      let batch =
        if let first = early.next(partitions.assignment) { first } else { try await poll() }
      if let ended = underWay?.ending {
        underWay = nil
        try settle(ended)
      }
      let isIdle = batch.isEmpty
      if isIdle, underWay != nil || !isTimeToLook(lastWork) { continue }
      lastWork = .now
      let assignment = partitions.assignment
      let group = try await consumer.groupMetadata()
      let prepared = try await whilePolling(&early) {
        try await self.prepare(isIdle ? nil : batch, assignment)
      }
      if let last = underWay {
        try await whilePolling(&early) {
          while !self.stop.isRequested, await !last.over.wait(upTo: Self.pollTime) {}
        }
        guard let ending = last.ending else { break }
        underWay = nil
        try settle(ending)
      }
      guard let prepared else { break }
      // Partitions that went meanwhile took their records along: their next owner reads them.
      guard partitions.assignment == assignment else { continue }
      if isIdle, prepared.records.isEmpty { continue }
      underWay = publish(prepared, for: group)
    }
    if let underWay {
      logger.info("stopping: the last batch is being finished")
      guard await underWay.over.wait(upTo: settings.drainTimeout), let ending = underWay.ending
      else {
        underWay.giveUp()
        throw StageFailure(
          "gave up the batch under way after \(settings.drainTimeout); it will be done again")
      }
      try settle(ending)
    }
  }
}
