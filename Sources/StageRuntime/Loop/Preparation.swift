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

  /// A record whose output no broker takes becomes a dead letter; a dead letter that is too large
  /// itself goes without its value, which still stands where its headers say.
  func replaced(_ record: PreparedRecord, because error: KafkaError) -> PreparedRecord {
    guard record.rejection != nil else {
      return refused(record.source, OutputTooLarge(topic: error.topic))
    }
    var bare = record
    bare.outputs = bare.outputs.map(DeadLetter.withoutValue)
    return bare
  }
}

/// An output is larger than its topic takes.
struct OutputTooLarge: Error, CustomStringConvertible {
  var topic: String?

  var description: String {
    "the output is larger than \(topic ?? "its topic") takes; raise message.max.bytes of the "
      + "worker and max.message.bytes of the topic, or split the article"
  }
}
