internal import ArgumentParser
internal import Contracts
internal import Kafka
internal import StageRuntime

/// `rawi dead-letters replay`
struct ReplayLetters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Send dead letters back to the topic they came from.",
    discussion: """
      Each goes with its own key, value and headers, and the number of the attempt in rawi.attempt. \
      The letter stays; the group rawi-dead-letters-replay remembers, in the same transaction, that \
      it was sent, and the next run leaves it out. A record that fails again is a new letter.
      """)

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var filter: LetterFilter

  @Option(
    help: ArgumentHelp(
      "Refuse letters that were sent back so often already.", valueName: "count"))
  var maxAttempts: Int = 3

  @Flag(help: "Send letters also if they were sent back before.")
  var again = false

  @Flag(help: "Show what would be sent, and send nothing.")
  var dryRun = false

  @OptionGroup var log: LogOptions

  /// What tells that another producer of this name has taken over.
  private static let fences: Set<KafkaError.Code> = [
    .fenced, .producerFenced, .invalidProducerEpoch,
  ]

  func validate() throws {
    guard (1...1000).contains(maxAttempts) else {
      throw ValidationError("--max-attempts must be 1 to 1000")
    }
  }

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let tally = try await cluster.naming { try await replay(in: cluster) }
    Terminal.print("\(dryRun ? "would send" : "sent") \(tally.words)")
    if tally.before > 0 {
      Terminal.note(
        "rawi: letters left out because they were sent before: \(tally.before) "
          + "(--again sends them once more)")
    }
    if tally.refused > 0 {
      throw StageFailure("letters not sent, named above: \(tally.refused)")
    }
  }

  private func replay(in cluster: Cluster) async throws -> ReplayTally {
    let group = "\(cluster.topics.prefix)rawi-dead-letters-replay"
    let rules = try await ReplayRules(cluster, maxAttempts: maxAttempts)
    let producer = dryRun ? nil : try cluster.transactionalProducer(group)
    // Another replay that is under way is fenced here, before its memory is read.
    try await producer?.initTransactions(timeout: .seconds(30))
    let consumer = try cluster.reader(.readCommitted, group: group)
    let ends = try await LetterReader.ends(cluster)
    let memories = try await ReplayMemory.all(consumer, ends)
    let reader = try await LetterReader(
      consumer, ends: ends, from: ends.mapValues { _ in .beginning })
    let tally =
      if let producer {
        try await send(
          from: reader, Replay(producer, consumer, rules, memories, again: again), rules, memories)
      } else {
        try await show(from: reader, rules, memories)
      }
    await reader.close()
    await producer?.close()
    return tally
  }

  private func send(
    from reader: LetterReader, _ replay: consuming Replay, _ rules: ReplayRules,
    _ memories: [TopicPartition: ReplayMemory]
  ) async throws -> ReplayTally {
    var choice = ReplayChoice(filter, rules, memories, again: again)
    do {
      while !choice.isFull, let letters = try await reader.next() {
        for letter in letters {
          try await replay.take(letter, isSent: choice.takes(letter))
        }
      }
      try await replay.flush()
    } catch {
      Terminal.note("rawi: sent \(replay.tally.words) before this:")
      if let error = error as? KafkaError, Self.fences.contains(error.code) {
        throw StageFailure("another replay has begun and goes on with the rest (\(error))")
      }
      throw error
    }
    return choice.tally.adding(replay.tally)
  }

  private func show(
    from reader: LetterReader, _ rules: ReplayRules, _ memories: [TopicPartition: ReplayMemory]
  ) async throws -> ReplayTally {
    var choice = ReplayChoice(filter, rules, memories, again: again)
    var shown = ReplayTally()
    while !choice.isFull, let letters = try await reader.next() {
      for letter in letters where choice.takes(letter) {
        Terminal.print(letter.line)
        shown.sent[letter.account.topic ?? "", default: 0] += 1
      }
    }
    return choice.tally.adding(shown)
  }
}
