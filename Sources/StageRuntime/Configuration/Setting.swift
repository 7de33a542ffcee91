/// One value for one option, from the file or the environment.
struct Setting: Sendable, Hashable {
  /// The option's long name without dashes.
  var option: String
  var value: String
  var origin: Origin

  /// A librdkafka property, handed on as the option `--kafka name=value`.
  static func kafka(_ property: String, _ value: String, _ origin: Origin) -> Setting {
    // The one property that has an option of its own keeps one name from here on.
    if property == KafkaProperty.bootstrapServers {
      return Setting(option: OptionCatalog.bootstrapServers, value: value, origin: origin)
    }
    return Setting(option: OptionCatalog.kafka, value: "\(property)=\(value)", origin: origin)
  }
}
