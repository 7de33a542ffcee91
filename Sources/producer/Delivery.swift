internal import ArticleReading
internal import Foundation
internal import Kafka
internal import StageRuntime

/// One run: everything that is read is sent, and everything that is not is named.
struct Delivery {
  private let topic: String
  private let producer: Producer
  private let console: Console
  private let drainTimeout: Duration
  private let tally = Tally()
  private let start = ContinuousClock.now

  init(to topic: String, with producer: Producer, console: Console, drainTimeout: Duration) {
    self.topic = topic
    self.producer = producer
    self.console = console
    self.drainTimeout = drainTimeout
  }

  /// - Throws: ``StageFailure`` where something was not read or not delivered, or the run was
  ///   interrupted.
  func run(_ inputs: ArticleInputs) async throws {
    let pump = ArticlePump(inputs)
    let sending = Task { try await send(pump) }
    let interruption = Interruption {
      pump.stop()
      sending.cancel()
    }
    let progress = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .milliseconds(250))
        console.show(Report(tally.counts, pump.progress, since: start).line)
      }
    }
    pump.start()
    let sent = await sending.result
    await deliverRest(within: interruption.isRequested ? drainTimeout : .seconds(310))
    progress.cancel()
    await producer.close()
    console.clear()

    let counts = tally.counts
    console.summarize(Report(counts, pump.progress, since: start).summary(topic: topic))
    if interruption.isRequested {
      throw StageFailure("interrupted; what was read until then is counted above", exitCode: 130)
    }
    if case .failure(let error) = sent { throw StageFailure("sending stopped: \(error)") }
    if counts.unread + counts.undelivered > 0 {
      throw StageFailure(
        "\(counts.unread) not read, \(counts.undelivered) not delivered (named above)")
    }
  }

  private func send(_ pump: ArticlePump) async throws {
    for await item in pump.items {
      pump.taken()
      switch item.outcome {
      case .success(let article):
        tally.add { $0.read += 1 }
        try await send(ArticleRecord(article, origin: item.origin))
      case .failure(let error):
        tally.add { $0.unread += 1 }
        console.complain("\(item.origin): \(error)")
      }
    }
  }

  private func send(_ article: ArticleRecord) async throws(KafkaError) {
    let record = article.record(topic: topic)
    let size = record.value?.count ?? 0
    let origin = article.origin
    do throws(KafkaError) {
      try await producer.enqueue(record) { [tally, console] result in
        switch result {
        case .success:
          tally.add {
            $0.delivered += 1
            $0.bytes += size
          }
        case .failure(let error):
          tally.add { $0.undelivered += 1 }
          console.complain("\(origin): not delivered: \(error)")
        }
      }
    } catch {
      tally.add { $0.undelivered += 1 }
      console.complain("\(origin): not delivered: \(error)")
      if error.isFatal { throw error }
    }
  }

  /// Waits for the records that are on their way; what is left then is given up, and each is named
  /// by its handler.
  private func deliverRest(within timeout: Duration) async {
    do {
      try await producer.flush(timeout: timeout)
    } catch {
      try? await producer.purge()
    }
  }
}
