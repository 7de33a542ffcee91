internal import ArgumentParser
internal import Foundation
internal import Kafka

/// What the Kafka client costs by itself: records are read and written again as they are.
struct ClientBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Measures the Kafka client: records in, the same records out.",
    discussion: """
      Needs the local broker, whose processor time is not counted; that of librdkafka's threads stands for itself. Counted is \
      from the first record read to the last one written.
      """)

  @Option(help: "How many records.")
  var records = 10_000

  @Option(help: "How long each record's value is, in bytes.")
  var bytes = 2_000

  @Option(help: "How many records in a transaction.")
  var batch = 500

  @OptionGroup var kafka: ClientOptions
  @OptionGroup var measuring: MeasuringOptions

  func run() async throws {
    try await withBroker { bootstrapServers, _ in
      let configuration = kafka.configuration(bootstrapServers)
      try await prepare(configuration)
      try await measure(configuration).print(asJSON: measuring.json)
    }
  }

  /// Words as long as those of news, in two bytes a letter.
  private var value: [UInt8] {
    Array(String(repeating: "كتبوا ", count: bytes / 11 + 1).utf8.prefix(bytes))
  }

  private func prepare(_ configuration: KafkaConfiguration) async throws {
    let admin = try Admin(configuration)
    try await admin.createTopic(NewTopic("in", partitions: 1))
    try await admin.createTopic(NewTopic("out", partitions: 1))
    await admin.close()
    let producer = try Producer(configuration)
    let value = value
    for number in 0..<records {
      try await producer.enqueue(
        ProducerRecord(topic: "in", key: Array("\(number)".utf8), value: value))
    }
    try await producer.flush(timeout: .seconds(60))
    await producer.close()
  }

  private func measure(_ configuration: KafkaConfiguration) async throws -> Report {
    var yardstick = Row("yardstick")
    var rows: [Row] = []
    let texts = Array(repeating: value, count: records)
    for isTransactional in [false, true] {
      let name = isTransactional ? "exactly once" : "at least once"
      var costs = ProcessRows(name, items: records)
      for round in 0..<measuring.rounds {
        yardstick.add(Yardstick.seconds(over: texts))
        let (cost, elapsed) = try await Copying(
          configuration: configuration, records: records, batch: batch,
          transactionalID: isTransactional ? "copy-\(round)" : nil
        ).run()
        costs.add(cost, ["records/s": Double(records) / elapsed])
      }
      rows += costs.rows
    }
    return Report(
      amounts: ["records": records, "bytes": records * bytes], yardstick: yardstick, rows: rows)
  }
}
