import Foundation
import Testing

/// What is secret is nowhere to be seen, whatever the programs are asked to tell.
@Suite(.timeLimit(.minutes(5))) struct SecretsTests {
  private static let secret = "hush-4711"
  private static let environment = [
    "RAWI_KAFKA_SECURITY_PROTOCOL": "sasl_plaintext", "RAWI_KAFKA_SASL_MECHANISM": "SCRAM-SHA-256",
    "RAWI_KAFKA_SASL_USERNAME": "rawi", "RAWI_KAFKA_SASL_PASSWORD": secret,
    "RAWI_BOOTSTRAP_SERVERS": "127.0.0.1:1",
  ]

  @Test(arguments: ["producer", "parser-worker", "indexer", "rawi"])
  func helpShowsNoSettingsOfTheEnvironment(_ program: String) async throws {
    let help = try await Tool.run(
      program: program, ["--help"], environment: Self.environment)
    #expect(help.status == 0)
    #expect(!(help.out + help.err).contains(Self.secret))
  }

  @Test func logOfEverythingHoldsNoSecret() async throws {
    let worker = try WorkerProcess(
      "parser-worker", ["--log-level", "trace", "--kafka", "debug=all"],
      environment: Self.environment)
    while !worker.log.contains("no broker answers") {
      try #require(!Task.isCancelled && worker.isRunning, "\(worker.log)")
      try await Task.sleep(for: .milliseconds(50))
    }
    await worker.stop()
    #expect(worker.log.contains("sasl"))
    #expect(!worker.log.contains(Self.secret))
  }

  @Test(arguments: ["producer", "parser-worker", "indexer"])
  func secretOnTheCommandLineEndsTheProgramAtOnce(_ program: String) async throws {
    let refused = try await Tool.run(
      program: program, ["--kafka", "sasl.password=\(Self.secret)", "--validate"])
    #expect(refused.status == 78)
    #expect(refused.errorLines.count == 1)
    #expect(refused.err.contains("RAWI_KAFKA_SASL_PASSWORD_FILE"))
    #expect(!refused.err.contains(Self.secret))
  }

  @Test func settingThatCannotWorkEndsAProgramBeforeItConnects() async throws {
    for (program, arguments) in [
      ("producer", ["seeds"]), ("parser-worker", []), ("rawi", ["dead-letters", "list"]),
    ] {
      let refused = try await Tool.run(
        program: program, arguments + ["--kafka", "ssl.ca.location=/nowhere/ca.pem"])
      #expect(refused.status == 78)
      #expect(refused.errorLines.count == 1)
      #expect(refused.err.contains("kafka property ssl.ca.location names /nowhere/ca.pem"))
    }
  }
}
