import ArgumentParser
import Foundation
import Testing

@testable import StageRuntime

@Suite struct SecurityRulesTests {
  private static let file = #filePath

  private func check(_ properties: [String: String]) throws -> [String] {
    try SecurityRules.check(properties)
  }

  /// Each with what its one line has to name: the property, and the remedy.
  @Test(arguments: [
    (["security.protocol": "tls"], ["security.protocol", "sasl_ssl"]),
    (
      ["security.protocol": "ssl", "ssl.ca.location": "/nowhere/ca.pem"],
      ["ssl.ca.location", "/nowhere/ca.pem", "No such file", "may read"]
    ),
    (["ssl.crl.location": "/nowhere"], ["ssl.crl.location", "No such file"]),
    (["ssl.certificate.location": file], ["ssl.certificate.location", "set ssl.key.location"]),
    (["ssl.certificate.pem": "x"], ["ssl.certificate.pem", "set ssl.key.location"]),
    (["ssl.key.location": file], ["ssl.key.location", "set ssl.certificate.location"]),
    (["security.protocol": "SASL_SSL"], ["sasl.mechanism", "SCRAM-SHA-512"]),
    (
      ["security.protocol": "sasl_ssl", "sasl.mechanisms": "SCRAM-SHA512"],
      ["sasl.mechanisms", "did you mean \"SCRAM-SHA-512\"?"]
    ),
    (
      ["security.protocol": "sasl_ssl", "sasl.mechanism": "PLAIN", "sasl.password": "hush"],
      ["sasl.username", "RAWI_KAFKA_SASL_USERNAME"]
    ),
    (
      [
        "security.protocol": "sasl_ssl", "sasl.mechanism": "SCRAM-SHA-256",
        "sasl.username": "rawi",
      ], ["sasl.password", "RAWI_KAFKA_SASL_PASSWORD_FILE"]
    ),
  ])
  func whatCannotWorkIsOneLineWithItsRemedy(
    _ properties: [String: String], _ words: [String]
  ) throws {
    let error = try #require(throws: ConfigurationError.self) { try check(properties) }
    for word in words { #expect(error.description.contains(word), "\(error)") }
    #expect(!error.description.contains("\n"))
    #expect(!error.description.contains("hush"))
  }

  @Test(arguments: [
    (["sasl.mechanism": "PLAIN", "sasl.password": "hush"], "sasl.mechanism"),
    (["ssl.ca.location": file], "ssl.ca.location"),
    (
      [
        "security.protocol": "sasl_plaintext", "sasl.mechanism": "PLAIN",
        "sasl.username": "rawi", "sasl.password": "hush",
      ], "unencrypted"
    ),
    (
      ["security.protocol": "ssl", "enable.ssl.certificate.verification": "false"],
      "enable.ssl.certificate.verification"
    ),
    (
      ["security.protocol": "ssl", "ssl.endpoint.identification.algorithm": "none"],
      "ssl.endpoint.identification.algorithm"
    ),
  ])
  func whatIsHardlyMeantIsTold(_ properties: [String: String], _ word: String) throws {
    let warnings = try check(properties)
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains(word) == true)
    #expect(warnings.first?.contains("hush") == false)
  }

  @Test(arguments: [
    [:], ["security.protocol": "PLAINTEXT"],
    ["security.protocol": "SSL", "ssl.ca.location": file],
    ["security.protocol": "ssl", "ssl.ca.location": "probe"],
    ["security.protocol": "ssl", "ssl.certificate.location": file, "ssl.key.location": file],
    [
      "security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512",
      "sasl.username": "rawi", "sasl.password": "hush",
    ],
    ["security.protocol": "sasl_ssl", "sasl.mechanism": "OAUTHBEARER"],
  ])
  func whatWorksIsTakenInSilence(_ properties: [String: String]) throws {
    #expect(try check(properties) == [])
  }

  @Test func workersRefuseBeforeTheyConnect() throws {
    let kafka = try KafkaOptions.parse(["--kafka", "ssl.key.location=/nowhere/key.pem"])
    #expect(throws: ConfigurationError.self) {
      try StageSettings(worker: "indexer", kafka: kafka, stage: StageOptions.parse([]))
    }
  }
}
