public import ArgumentParser
public import Contracts

/// How to reach Kafka, the same for every program.
public struct KafkaOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A YAML file of settings: keys are these options' long names.", valueName: "file"))
  public var config: String?

  @Option(
    help: ArgumentHelp("Brokers to begin with, host:port,host:port.", valueName: "brokers"))
  public var bootstrapServers: String = "localhost:9092"

  @Option(
    name: .customLong("kafka"),
    help: ArgumentHelp(
      "Any librdkafka property, as often as needed; secrets only by environment or file.",
      valueName: "property=value"))
  public var properties: [KafkaProperty] = []

  @Option(help: ArgumentHelp("Goes before the name of every topic.", valueName: "prefix"))
  public var topicPrefix: String = ""

  public init() {}

  public var topics: Topics { Topics(prefix: topicPrefix) }

  /// All librdkafka properties, the last value of each, the brokers among them.
  public var allProperties: [String: String] {
    var all = [KafkaProperty.bootstrapServers: bootstrapServers]
    for property in properties { all[property.name] = property.value }
    return all
  }

  /// Checks what concerns TLS and SASL before anything connects.
  ///
  /// - Returns: what will work but is hardly meant, each in one line.
  public func checkSecurity() throws(ConfigurationError) -> [String] {
    try SecurityRules.check(allProperties)
  }

  public mutating func validate() throws {
    if allProperties[KafkaProperty.bootstrapServers]?.isEmpty ?? true {
      throw ValidationError("--bootstrap-servers is empty; give host:port of a broker")
    }
    let legal = topicPrefix.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
    }
    if !legal || topicPrefix.count > 200 {
      throw ValidationError(
        "--topic-prefix may hold up to 200 letters, digits, dots, dashes and underscores")
    }
  }
}
