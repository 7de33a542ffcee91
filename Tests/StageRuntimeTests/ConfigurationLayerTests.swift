import Testing

@testable import StageRuntime

@Suite struct ConfigurationLayerTests {
  @Test func flagsWinOverEnvironmentOverFile() throws {
    let file = try TemporaryFile(
      "batch-records: 1\ndrain-timeout: 1s\nbootstrap-servers: file:1\nthreads: 3\n")
    let worker = try SampleWorker.read(
      ["--config", file.path, "--batch-records", "3"],
      ["RAWI_BATCH_RECORDS": "2", "RAWI_BOOTSTRAP_SERVERS": "environment:2"])
    #expect(worker.stage.batchRecords == 3)
    #expect(worker.kafka.bootstrapServers == "environment:2")
    #expect(worker.stage.drainTimeout == .seconds(1))
    #expect(worker.stage.threads == 3)
  }

  @Test func fileIsNamedByEnvironmentToo() throws {
    let file = try TemporaryFile("group: readers\n")
    #expect(try SampleWorker.read([], ["RAWI_CONFIG": file.path]).stage.group == "readers")
  }

  @Test func kafkaPropertiesMergeOneByOne() throws {
    let file = try TemporaryFile(
      """
      kafka:
        security: {protocol: SASL_SSL}
        linger.ms: 5
        acks: all
      kafka.compression.type: zstd
      """)
    let worker = try SampleWorker.read(
      ["--config=\(file.path)", "--kafka", "linger.ms=7"],
      ["RAWI_KAFKA_LINGER_MS": "6", "RAWI_KAFKA_SASL_PASSWORD": "s=3\"cret"])
    #expect(
      worker.kafka.allProperties == [
        "bootstrap.servers": "localhost:9092", "security.protocol": "SASL_SSL",
        "linger.ms": "7", "acks": "all", "compression.type": "zstd",
        "sasl.password": "s=3\"cret",
      ])
  }

  @Test(arguments: [
    ["RAWI_KAFKA_BOOTSTRAP_SERVERS": "k:1"], ["RAWI_BOOTSTRAP_SERVERS": "k:1"],
  ])
  func brokersHaveTwoNamesInTheEnvironment(_ environment: [String: String]) throws {
    let file = try TemporaryFile("kafka: {bootstrap.servers: file:9}\n")
    let worker = try SampleWorker.read(["--config", file.path], environment)
    #expect(worker.kafka.allProperties["bootstrap.servers"] == "k:1")
    let flagged = try SampleWorker.read(["--bootstrap-servers", "f:1"], environment)
    #expect(flagged.kafka.allProperties["bootstrap.servers"] == "f:1")
  }

  @Test func strongerLayerReplacesARepeatedOption() throws {
    let file = try TemporaryFile("lexicon: [a, b]\n")
    let layers = ["RAWI_CONFIG": file.path]
    #expect(try SampleWorker.read([], layers).lexicon == ["a", "b"])
    let variable = layers.merging(["RAWI_LEXICON": "c,d"]) { $1 }
    #expect(try SampleWorker.read([], variable).lexicon == ["c", "d"])
    #expect(try SampleWorker.read(["--lexicon", "e"], variable).lexicon == ["e"])
  }

  @Test func flagsAreTrueOrFalse() throws {
    #expect(try SampleWorker.read([], ["RAWI_EXPLAIN": "true"]).explain)
    #expect(try !SampleWorker.read([], ["RAWI_EXPLAIN": "0"]).explain)
    #expect(try !SampleWorker.read([], ["RAWI_COLOUR": "no"]).colour)
    #expect(try SampleWorker.read(["--colour"], ["RAWI_COLOUR": "no"]).colour)
    #expect(throws: ConfigurationError.self) {
      try SampleWorker.read([], ["RAWI_EXPLAIN": "perhaps"])
    }
  }

  @Test func programsShareAFileByTheirSections() throws {
    let file = try TemporaryFile(
      """
      batch-records: 10
      indexer: {store: /var/lib/rawi, anything: 1}
      parser-worker: {batch-records: 20, kafka: {acks: "1"}}
      """)
    let worker = try SampleWorker.read(["--config", file.path])
    #expect(worker.stage.batchRecords == 20)
    #expect(worker.kafka.allProperties["acks"] == "1")
  }

  @Test func subcommandsReadTheirOwnOptions() throws {
    let environment = ["RAWI_BOOTSTRAP_SERVERS": "k:1", "RAWI_LIMIT": "4"]
    let up = try SampleTool.configured(
      arguments: ["up", "seeds", "--", "--odd"], environment: environment)
    #expect((up as? SampleTool.Up)?.kafka.bootstrapServers == "k:1")
    #expect((up as? SampleTool.Up)?.paths == ["seeds", "--odd"])
    let show = try SampleTool.configured(arguments: [], environment: environment)
    #expect((show as? SampleTool.Show)?.limit == 4)
  }

  @Test func environmentOfOtherWorkersIsLeftAlone() throws {
    let environment = ["RAWI_STORE": "x", "RAWI_LIMIT": "y"]
    #expect(throws: Never.self) { try SampleWorker.read([], environment) }
  }
}
