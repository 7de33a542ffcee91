import ArgumentParser
import Testing

@testable import StageRuntime

@Suite struct ConfigurationErrorTests {
  private func complaint(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> String {
    try #require(throws: ConfigurationError.self) {
      try SampleWorker.read(arguments, environment)
    }.description
  }

  @Test func unknownKeyNamesFileLineAndWhatWasMeant() throws {
    let file = try TemporaryFile("group: a\nbootstrap-server: x\n")
    #expect(
      try complaint(["--config", file.path])
        == "\(file.path):2: bootstrap-server: parser-worker has no such setting; did you mean \"bootstrap-servers\"?"
    )
  }

  @Test func unknownKeyInTheProgramsSectionIsAnErrorToo() throws {
    let file = try TemporaryFile("parser-worker:\n  zzzzzz: 1\n")
    #expect(
      try complaint(["--config", file.path])
        == "\(file.path):2: zzzzzz: parser-worker has no such setting")
  }

  @Test(arguments: [
    "batch-records: many", "threads: 1\nbatch-records: many\n", "batch-records: 0",
    "batch-records: [1, 2]",
  ])
  func badValueInTheFileNamesItsLine(_ text: String) throws {
    let file = try TemporaryFile(text)
    let words = try complaint(["--config", file.path])
    #expect(words.contains(#/:\d: batch-records: /#))
    #expect(!words.contains("\n"))
  }

  @Test func badValueInTheEnvironmentNamesTheVariable() throws {
    let words = try complaint([], ["RAWI_THREADS": "2", "RAWI_DELIVERY": "twice"])
    #expect(words.hasPrefix("RAWI_DELIVERY: "))
    #expect(words.contains("exactly-once"))
  }

  @Test func badValueOnTheCommandLineIsTheParsersToTell() {
    #expect(throws: (any Error).self) { try SampleWorker.read(["--threads", "x"]) }
    do { _ = try SampleWorker.read(["--threads", "x"], ["RAWI_BATCH_RECORDS": "7"]) } catch {
      #expect(!(error is ConfigurationError))
    }
  }

  @Test func fileThatCannotBeReadIsNamed() throws {
    #expect(try complaint(["--config", "/nowhere.yaml"]).contains("/nowhere.yaml"))
    let broken = try TemporaryFile("a: [1\n")
    #expect(try complaint(["--config", broken.path]).contains(broken.path))
    let list = try TemporaryFile("- a\n")
    #expect(try complaint(["--config", list.path]).contains("mapping"))
  }

  @Test func emptyFileIsNoSettings() throws {
    let file = try TemporaryFile("# nothing yet\n")
    #expect(try SampleWorker.read(["--config", file.path]).stage.group == nil)
  }

  @Test(arguments: [["--kafka", "sasl.password=x"], ["--kafka=ssl.key.password=x"]])
  func secretsAreRefusedOnTheCommandLine(_ arguments: [String]) throws {
    let words = try complaint(arguments)
    #expect(words.contains("_PASSWORD_FILE"))
    #expect(!words.contains("=x"))
  }

  @Test func secretsComeFromFiles() throws {
    let secret = try TemporaryFile("hush\n")
    let worker = try SampleWorker.read([], ["RAWI_KAFKA_SASL_PASSWORD_FILE": secret.path])
    #expect(worker.kafka.allProperties["sasl.password"] == "hush")
    #expect(worker.kafka.properties.map(\.shown) == [Secrets.redacted])
    #expect(
      try complaint([], ["RAWI_KAFKA_SASL_PASSWORD_FILE": "/nowhere"])
        .hasPrefix("RAWI_KAFKA_SASL_PASSWORD_FILE: "))
  }

  @Test func slipInAVariableIsToldFromAnotherWorkersVariable() throws {
    let slips = EnvironmentSettings.slips(
      in: ["RAWI_BATCH_RECORD": "1", "RAWI_STORE": "x", "RAWI_KAFKA_ACKS": "1"],
      for: try OptionCatalog(of: SampleWorker.self))
    #expect(slips.map(\.meant) == ["RAWI_BATCH_RECORDS"])
  }

  @Test(arguments: [
    ("250ms", 250), ("30s", 30_000), ("2m", 120_000), ("1h", 3_600_000), ("7", 7000),
  ])
  func intervalsHaveUnits(_ text: String, _ milliseconds: Int) {
    #expect(Interval(argument: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: ["", "s", "1d", "-1s", "99999999999999999999s", "9223372036854775807h"])
  func badIntervalsAreRefused(_ text: String) {
    #expect(Interval(argument: text) == nil)
  }
}
