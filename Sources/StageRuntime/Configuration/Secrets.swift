internal import Kafka

/// Settings that must not be seen: they are refused on the command line, where every user of the
/// machine can read them, and never logged.
public enum Secrets {
  /// What is shown in a secret's place.
  public static let redacted = "•••"

  /// Whether a setting of this name holds a secret: a property of librdkafka or an option.
  public static func isSecret(_ name: String) -> Bool {
    KafkaConfiguration.isSecret(name) || name == "ssl_key" || name.hasSuffix("token")
  }

  /// The environment variable that gives a property.
  static func variable(ofProperty property: String) -> String {
    "RAWI_KAFKA_" + EnvironmentSettings.upperSnake(property)
  }
}
