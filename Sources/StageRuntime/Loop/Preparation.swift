internal import Kafka
internal import Logging

/// Runs the stage's function over a batch.
struct Preparation: Sendable {
  let stage: Stage
  let work: Stage.Work
  let threads: WorkThreads
  let origin: DeadLetter.Origin
  let logger: Logger

  /// - Parameter committed: offsets before which everything is committed.
  /// - Throws: what a function of whole batches throws.
  func prepare(
    _ batch: ConsumerBatch, committed: [TopicPartition: Int64]
  ) async throws -> [PreparedRecord] {
    switch work {
    case .records(let function):
      return await threads.map(batch.count) { index in
        let source = SourceRecord(batch[index])
        return prepared(source, Result { try function(source) })
      }
    case .batches(let function):
      // One thread: batches of a stage with effects come one after the other.
      let work = await threads.map(1) { _ in
        let sources = batch.map(SourceRecord.init)
        return Result { try zip(sources, function(sources, committed)).map(prepared) }
      }
      let records = try work.first?.get() ?? []
      guard records.count == batch.count else {
        throw StageFailure(
          "\(stage.name) gave \(records.count) results for \(batch.count) records")
      }
      return records
    }
  }

  /// The record with its outputs, or with its dead letter.
  func prepared(
    _ source: SourceRecord, _ result: Result<[ProducerRecord], any Error>
  ) -> PreparedRecord {
    switch result {
    case .success(let outputs): PreparedRecord(source: source, outputs: outputs)
    case .failure(let error): refused(source, error)
    }
  }

  /// The record with its dead letter, of which one line goes to the log.
  func refused(_ source: SourceRecord, _ error: any Error) -> PreparedRecord {
    logger.warning(
      "record refused: \(error)",
      metadata: [
        "topic": "\(source.topic)", "partition": "\(source.partition)",
        "offset": "\(source.offset)", "key": "\(source.keyText ?? "")",
        "dead_letters": "\(stage.deadLetters)",
      ])
    let letter = DeadLetter.record(of: source, in: stage.deadLetters, because: error, by: origin)
    return PreparedRecord(source: source, outputs: [letter], rejection: error)
  }

  /// A record whose output no broker takes becomes a dead letter; a dead letter that is refused itself goes without its value, then
  /// without anything of the record's, which still stands where the letter's headers say.
  ///
  /// - Throws: where not even that is taken.
  func replaced(
    _ record: PreparedRecord, because error: KafkaError
  ) throws(StageFailure) -> PreparedRecord {
    guard let rejection = record.rejection else {
      return refused(record.source, OutputRefused(error))
    }
    guard record.letter != .withoutContent else {
      throw StageFailure(
        "\(stage.deadLetters) takes not even the shortest dead letter (\(error)): raise its max.message.bytes, and message.max.bytes of the worker"
      )
    }
    var reduced = record
    if record.letter == .whole, error.code == .recordTooLarge, record.source.value != nil {
      reduced.letter = .withoutValue
      reduced.outputs = record.outputs.map(DeadLetter.withoutValue)
    } else {
      reduced.letter = .withoutContent
      reduced.outputs = [
        DeadLetter.withoutContent(
          of: record.source, in: stage.deadLetters, because: rejection, by: origin)
      ]
    }
    return reduced
  }
}

/// An output is such that its topic will never take it.
struct OutputRefused: Error, CustomStringConvertible {
  let error: KafkaError

  init(_ error: KafkaError) { self.error = error }

  var description: String {
    guard error.code == .recordTooLarge else { return "the broker refuses the output: \(error)" }
    return
      "the output is larger than \(error.topic ?? "its topic") takes; raise message.max.bytes of "
      + "the worker and max.message.bytes of the topic, or split the article"
  }
}
