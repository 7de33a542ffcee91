internal import ArgumentParser
internal import Contracts
internal import Kafka
internal import StageRuntime

/// `rawi dead-letters show`
struct ShowLetter: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one dead letter: its headers and its value.",
    discussion: """
      What could drive the terminal or turn the direction of the text is written as \\u{…}.
      """)

  @Argument(
    help: ArgumentHelp("Where it stands, as the list says.", valueName: "partition:offset"))
  var place: LetterPlace

  @Flag(help: "Write the value's bytes and nothing else.")
  var raw = false

  @OptionGroup var kafka: KafkaOptions
  @OptionGroup var log: LogOptions

  func run() async throws {
    let cluster = try Cluster(kafka, logger: log.logger("rawi"))
    let letter = try await cluster.naming { try await find(in: cluster) }
    guard let letter else {
      throw StageFailure(
        "there is no letter \(place.partition):\(place.offset) in \(cluster.topics.articlesDead); "
          + "rawi dead-letters list shows those that are there")
    }
    guard raw else { return Terminal.print(letter.lines.joined(separator: "\n")) }
    guard let value = letter.record.valueBytes else {
      throw StageFailure(
        letter.lacksValue
          ? "the letter holds no value: it was too large, and stands at \(letter.source)"
          : "the record has no value")
    }
    Terminal.write(value)
  }

  private func find(in cluster: Cluster) async throws -> StoredLetter? {
    let wanted = TopicPartition(cluster.topics.articlesDead, place.partition)
    let ends = try await LetterReader.ends(cluster)
    guard let end = ends[wanted], place.offset < end else { return nil }
    let reader = try await LetterReader(
      cluster.reader(.readCommitted), ends: ends, from: [wanted: .offset(place.offset)])
    let letters = try await reader.next()
    await reader.close()
    return letters?.first { $0.record.offset == place.offset }
  }
}

/// `PARTITION:OFFSET`
struct LetterPlace: ExpressibleByArgument {
  var partition: Int32
  var offset: Int64

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]),
      partition >= 0, offset >= 0
    else { return nil }
    self.partition = partition
    self.offset = offset
  }
}
