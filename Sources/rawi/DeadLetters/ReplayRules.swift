internal import Contracts
internal import Kafka
internal import StageRuntime

/// Whether and where a letter may be sent back.
struct ReplayRules {
  /// Letters that were sent back so often already are refused.
  var maxAttempts: Int
  /// Partitions of the topics that workers read.
  var partitions: [String: Int]

  init(_ cluster: Cluster, maxAttempts: Int) async throws {
    self.maxAttempts = maxAttempts
    // Only these: a letter's headers are text from outside, and could name any topic that this
    // user may write to.
    let inputs = [cluster.topics.articlesRaw, cluster.topics.articlesParsed]
    let there = try await cluster.administer { try await $0.topics() }
    partitions = Dictionary(
      there.filter { inputs.contains($0.name) }.map { ($0.name, $0.partitions.count) }
    ) { first, _ in first }
  }

  /// Why a letter is not sent; nil where it may be.
  func refusal(of letter: StoredLetter) -> String? {
    let account = letter.account
    guard let topic = account.topic, partitions[topic] != nil else {
      return "it came from \(Escaping.visible(letter.source)), which no worker reads here"
    }
    if account.attempt > maxAttempts {
      let times = account.attempt == 2 ? "once" : "\(account.attempt - 1) times"
      return "it was sent back \(times) already; mend what is wrong, "
        + "or raise --max-attempts"
    }
    if letter.lacksValue {
      return "it holds no value, which was too large; the record stands at "
        + Escaping.visible(letter.source)
    }
    return nil
  }

  /// The record that is sent back, as it was but for the number of the attempt. Its time is that of
  /// sending: a topic may throw away at once what is as old as the record was.
  func record(of letter: StoredLetter) -> ProducerRecord {
    let topic = letter.account.topic ?? ""
    // Where the key's other records are, whatever program's partitioner chose it.
    let partition = letter.account.partition.flatMap {
      (0..<Int32(partitions[topic] ?? 0)).contains($0) ? $0 : nil
    }
    return ProducerRecord(
      topic: topic, partition: partition, key: letter.record.keyBytes,
      value: letter.record.valueBytes, headers: DeadLetter.headersForReplay(letter.headers))
  }
}
