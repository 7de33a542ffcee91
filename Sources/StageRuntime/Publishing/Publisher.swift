internal import Kafka
internal import Logging
internal import Synchronization

/// Carries out what ``PublicationMachine`` says, with one producer.
final class Publisher: Sendable {
  private let settings: StageSettings
  private let output: Output
  private let consumer: Consumer
  private let preparation: Preparation
  private let counters: StageCounters
  private let outage: Outage
  private let logger: Logger
  private let backoff = Backoff()

  init(
    _ settings: StageSettings, _ output: Output, consumer: Consumer, preparation: Preparation,
    counters: StageCounters, outage: Outage, logger: Logger
  ) {
    self.settings = settings
    self.consumer = consumer
    self.preparation = preparation
    self.counters = counters
    self.logger = logger
    self.output = output
    self.outage = outage
  }

  /// Makes this the only process that publishes as this instance, and waits for a broker as long
  /// as it takes.
  func initialize(stop: StopSignal) async throws(StageFailure) {
    var attempt = 0
    while !stop.isRequested {
      do throws(KafkaError) {
        try await output.initialize()
        if outage.end() { logger.notice("a broker answers") }
        return
      } catch {
        if PublicationMachine.Outcome(error) == .fatal { throw StageFailure(error, settings) }
        logger.log(
          level: outage.begin() ? .warning : .debug, "no broker answers; waiting for one: \(error)")
        let wait = backoff.wait(attempt, chance: .random(in: 0...1))
        attempt += 1
        _ = await stop.latch.wait(upTo: wait)
      }
    }
  }

  func close() async { await output.close() }

  /// Publishes a batch; the end is told by the publication.
  ///
  /// - Parameter group: who the consumer was in its group when the batch was read.
  func publish(
    _ batch: PreparedBatch, for group: ConsumerGroupMetadata, as publication: Publication
  ) async {
    var sending = Sending(batch)
    let began = ContinuousClock.now
    var failures = 0
    var problem: KafkaError?
    var step = publication.start()
    while true {
      var outcome = PublicationMachine.Outcome.done
      do throws(KafkaError) {
        switch step {
        case .begin:
          sending.restart()
          try output.begin()
        case .produce: try await output.produce(&sending)
        case .sendOffsets:
          try await output.sendOffsets(batch.nextOffsets, group: group, consumer)
        case .commit: try await output.commit()
        case .abort:
          counters.update { $0.aborted += 1 }
          try await output.abort()
        case .wait(let attempt):
          let wait = backoff.wait(attempt, chance: .random(in: 0...1))
          try? await Task.sleep(for: wait)
        case .finished:
          if outage.end() || failures > 0 { logger.notice("output goes through again") }
          counters.update { $0.count(sending.records, since: began) }
          return publication.end(.finished)
        case .dropped: return publication.end(.dropped)
        case .failed:
          let error = problem ?? KafkaError(.fatal)
          return publication.end(.failed(StageFailure(error, settings)))
        }
      } catch {
        outcome = PublicationMachine.Outcome(error)
        problem = error
        do throws(StageFailure) {
          if try sending.replaceRefused(by: preparation) { publication.learn() }
        } catch {
          return publication.end(.failed(error))
        }
        logger.log(
          level: failures == 0 ? .warning : .debug, "output does not go through: \(error)",
          metadata: ["step": "\(step)"])
        failures += 1
      }
      step = publication.next(outcome)
    }
  }
}

extension StageFigures {
  fileprivate mutating func count(
    _ records: [PreparedRecord], since began: ContinuousClock.Instant
  ) {
    let refused = records.count { $0.rejection != nil }
    batches += 1
    recordsIn += records.count { $0.isInput }
    recordsOut += records.reduce(0) { $0 + $1.outputs.count } - refused
    deadLetters += refused
    publishing += began.duration(to: .now)
  }
}
