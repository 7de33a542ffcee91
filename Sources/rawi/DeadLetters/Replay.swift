internal import Kafka
internal import StageRuntime
internal import Synchronization

/// Sends letters back in transactions, each with the memory of what was sent in it: whatever is
/// interrupted when, a letter is sent and remembered, or neither.
struct Replay: ~Copyable {
  private static let mostLetters = 500
  private static let mostBytes = 8 << 20

  private let producer: TransactionalProducer
  private let consumer: Consumer
  private let rules: ReplayRules
  /// Whether letters are sent that were sent before.
  private let again: Bool
  private var memories: [TopicPartition: ReplayMemory]
  /// What was looked at since the last commit, with the letters to be sent.
  private var seen: [(record: ConsumerRecord, letter: StoredLetter?)] = []
  private var bytes = 0
  private(set) var tally = ReplayTally()

  init(
    _ producer: TransactionalProducer, _ consumer: Consumer, _ rules: ReplayRules,
    _ memories: [TopicPartition: ReplayMemory], again: Bool
  ) {
    self.producer = producer
    self.consumer = consumer
    self.rules = rules
    self.memories = memories
    self.again = again
  }

  /// Takes the next letter of a partition.
  mutating func take(_ letter: StoredLetter, isSent: Bool) async throws {
    guard isSent || !seen.isEmpty else {
      memories[letter.record.topicPartition, default: ReplayMemory()]
        .see(letter.record.offset, isSent: false)
      return
    }
    seen.append((letter.record, isSent ? letter : nil))
    bytes += isSent ? letter.size ?? 0 : 0
    if seen.count >= Self.mostLetters || bytes >= Self.mostBytes { try await flush() }
  }

  /// Sends what was taken.
  mutating func flush() async throws {
    while seen.contains(where: { $0.letter != nil }) {
      let refused = Refused()
      do throws(KafkaError) {
        try producer.begin()
        for case (_, let letter?) in seen { try await send(letter, refused) }
        let memories = remembered(without: refused.offsets)
        try await producer.sendOffsets(
          try offsets(memories), group: try await consumer.groupMetadata())
        try await producer.commit()
        settle(memories, without: refused)
        return
      } catch {
        if !error.isFatal { try? await producer.abort() }
        let tooLarge = refused.offsets
        // Without those that no broker takes, the rest may go through.
        guard error.requiresAbort, !error.isFatal, !tooLarge.isEmpty else { throw error }
        name(refused)
        seen = seen.map { tooLarge.contains(Place($0.record)) ? ($0.record, nil) : $0 }
      }
    }
    for (record, _) in seen {
      memories[record.topicPartition, default: ReplayMemory()].see(record.offset, isSent: false)
    }
    (seen, bytes) = ([], 0)
  }

  private func send(_ letter: StoredLetter, _ refused: Refused) async throws(KafkaError) {
    let place = Place(letter.record)
    do throws(KafkaError) {
      try await producer.enqueue(rules.record(of: letter)) { result in
        if case .failure(let error) = result, error.code == .recordTooLarge {
          refused.add(place, error)
        }
      }
    } catch {
      guard error.code == .recordTooLarge else { throw error }
      refused.add(place, error)
    }
  }

  private func remembered(without refused: Set<Place>) -> [TopicPartition: ReplayMemory] {
    var memories = memories
    for (record, letter) in seen {
      memories[record.topicPartition, default: ReplayMemory()].see(
        record.offset, isSent: letter != nil && !refused.contains(Place(record)))
    }
    return memories
  }

  private func offsets(
    _ memories: [TopicPartition: ReplayMemory]
  ) throws(KafkaError) -> [TopicPartition: GroupOffset] {
    var offsets: [TopicPartition: GroupOffset] = [:]
    for (place, memory) in memories {
      let words = memory.words
      guard words.utf8.count <= ReplayMemory.wordsLimit else {
        if again { continue }
        throw KafkaError(
          .invalidArgument,
          "the letters sent back from \(place) lie too scattered to be remembered; send all of a "
            + "time (--since, --until), or use --again, which sends without remembering")
      }
      offsets[place] = GroupOffset(memory.offset, metadata: words)
    }
    return offsets
  }

  private mutating func settle(
    _ memories: [TopicPartition: ReplayMemory], without refused: Refused
  ) {
    name(refused)
    for case (let record, let letter?) in seen where !refused.offsets.contains(Place(record)) {
      tally.sent[letter.account.topic ?? "", default: 0] += 1
    }
    self.memories = memories
    (seen, bytes) = ([], 0)
  }

  private mutating func name(_ refused: Refused) {
    for (place, error) in refused.all {
      tally.refuse("\(place.partition):\(place.offset)", "\(error)")
    }
  }
}

/// A letter's place in the topic.
struct Place: Hashable, Sendable {
  var partition: Int32
  var offset: Int64

  init(_ record: ConsumerRecord) {
    partition = record.partition
    offset = record.offset
  }
}

/// Letters that no broker takes, as librdkafka's thread reports them.
private final class Refused: Sendable {
  private let state = Mutex<[Place: KafkaError]>([:])

  func add(_ place: Place, _ error: KafkaError) { state.withLock { $0[place] = error } }

  var offsets: Set<Place> { state.withLock { Set($0.keys) } }

  var all: [(Place, KafkaError)] {
    state.withLock {
      $0.sorted { ($0.key.partition, $0.key.offset) < ($1.key.partition, $1.key.offset) }
    }
    .map { ($0.key, $0.value) }
  }
}
