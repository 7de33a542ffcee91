/// How to reach Kafka and how to behave towards it.
///
/// Every property of librdkafka can be set by its own name, and the common ones have typed names as well;
/// both write the same table, so the last one set wins. One configuration can be used for producers, consumers and admin
/// alike: each takes what concerns it.
///
/// ```swift
/// var configuration = KafkaConfiguration(bootstrapServers: "kafka-1:9092,kafka-2:9092")
/// configuration.groupID = "parser-worker"
/// configuration["security.protocol"] = "SASL_SSL"
/// configuration["sasl.password"] = password  // never shown by `description`
/// ```
///
/// A name or value that librdkafka does not accept makes the client's initialiser throw
/// ``KafkaError/Code/invalidConfiguration`` with the property's name.
public struct KafkaConfiguration: Hashable, Sendable {
  /// What was set, by librdkafka's names.
  public private(set) var properties: [String: String]

  public init(bootstrapServers: String, properties: [String: String] = [:]) {
    self.properties = properties
    self.properties["bootstrap.servers"] = bootstrapServers
  }

  /// One property by librdkafka's name; nil leaves it at its default.
  public subscript(property: String) -> String? {
    get { properties[property] }
    set { properties[property] = newValue }
  }

  /// Sets what is not set yet.
  mutating func setDefaults(_ defaults: KeyValuePairs<String, String>) {
    for (name, value) in defaults where properties[name] == nil {
      properties[name] = value
    }
  }
}

extension KafkaConfiguration: CustomStringConvertible {
  /// The properties in order, secrets replaced by stars.
  public var description: String {
    properties.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(Self.isSecret($0.key) ? "***" : $0.value)" }
      .joined(separator: " ")
  }

  /// Whether a property's value must not be shown: passwords, keys and tokens, and what can carry them.
  public static func isSecret(_ property: String) -> Bool {
    property.hasSuffix("password") || property.hasSuffix("secret") || property.hasSuffix(".pem")
      || property == "sasl.oauthbearer.config" || property == "sasl.jaas.config"
      || property == "sasl.kerberos.kinit.cmd"
  }
}
