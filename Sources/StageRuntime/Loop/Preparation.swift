internal import Kafka
internal import Logging

/// Runs the stage's function over a batch.
struct Preparation: Sendable {
  let stage: Stage
  let work: Stage.Work
  let threads: WorkThreads
  let origin: DeadLetter.Origin
  let logger: Logger

  /// The work of a stage with a store; nil for others.
  var batchWork: BatchWork? {
    if case .batches(let work) = work { work } else { nil }
  }

  func prepare(
    _ batch: ConsumerBatch,
    with function: @escaping @Sendable (SourceRecord) throws -> [ProducerRecord]
  ) async -> PreparedBatch {
    let records = await threads.map(batch.count) { index in
      let source = SourceRecord(batch[index])
      return prepared(source, Result { try function(source) })
    }
    return PreparedBatch(
      records: records, nextOffsets: batch.nextOffsets.mapValues { GroupOffset($0) })
  }

  /// - Throws: what the work throws.
  func prepare(
    _ batch: ConsumerBatch?, _ places: [TopicPartition: StagePlace], with work: BatchWork
  ) async throws -> PreparedBatch {
    let answer = try await blocking {
      let sources = batch?.map(SourceRecord.init) ?? []
      let answer = try work.work(StageBatch(records: sources, places: places))
      guard answer.results.count == sources.count else {
        throw StageFailure(
          "\(stage.name) gave \(answer.results.count) results for \(sources.count) records")
      }
      return (
        earlier: answer.earlier.map(Self.earlier),
        records: zip(sources, answer.results).map(prepared), marks: answer.marks
      )
    }
    var next = places.compactMapValues(\.handedOver).filter { answer.marks[$0.key] != nil }
    for (partition, offset) in batch?.nextOffsets ?? [:] {
      next[partition] = GroupOffset(
        offset, metadata: places[partition]?.handedOver?.metadata ?? "")
    }
    for (partition, mark) in answer.marks { next[partition]?.metadata = mark }
    return PreparedBatch(records: answer.earlier + answer.records, nextOffsets: next)
  }

  /// One thread: what has effects is done one after the other.
  func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let values = await threads.map(1) { _ in Result { try body() } }
    return try values[0].get()
  }

  /// An output whose record is not at hand: it stands for itself, should it be refused.
  private static func earlier(_ output: ProducerRecord) -> PreparedRecord {
    PreparedRecord(
      source: SourceRecord(
        topic: output.topic, partition: -1, offset: -1, timestamp: output.timestamp,
        key: output.key, value: output.value, headers: output.headers),
      outputs: [output], isInput: false)
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
