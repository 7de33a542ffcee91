internal import Foundation

/// Settings from `RAWI_…` variables.
///
/// `RAWI_BOOTSTRAP_SERVERS` is the option `--bootstrap-servers`, `RAWI_KAFKA_SECURITY_PROTOCOL`
/// the property `security.protocol`, and `RAWI_KAFKA_SASL_PASSWORD_FILE` names a file that holds
/// the secret `sasl.password`. Values of an option that may be repeated are separated by commas.
enum EnvironmentSettings {
  static let prefix = "RAWI_"
  /// Names the config file.
  static let config = "RAWI_CONFIG"
  private static let kafkaPrefix = "RAWI_KAFKA_"
  private static let fileSuffix = "_FILE"

  /// Variables that begin with the prefix but configure nothing in a program.
  private static let others: Set<String> = [config, "RAWI_TEST_BOOTSTRAP_SERVERS"]

  static func read(
    _ environment: [String: String], for catalog: OptionCatalog
  ) throws(ConfigurationError) -> [Setting] {
    var settings: [Setting] = []
    for (variable, value) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(prefix) && !others.contains(variable) {
      let origin = Origin.environment(variable: variable)
      if let option = catalog.options.first(where: { prefix + upperSnake($0.name) == variable }) {
        let values =
          option.isRepeating && option.name != OptionCatalog.kafka
          ? value.split(separator: ",").map(String.init) : [value]
        settings += values.map { Setting(option: option.name, value: $0, origin: origin) }
      } else if let option = catalog.options.first(where: {
        Secrets.isSecret($0.name) && prefix + upperSnake($0.name) + fileSuffix == variable
      }) {
        let secret = try secret(inFile: value, origin)
        settings.append(Setting(option: option.name, value: secret, origin: origin))
      } else if variable.hasPrefix(kafkaPrefix), catalog.hasKafka {
        settings.append(try kafka(variable, value, origin))
      }
    }
    return settings
  }

  /// Variables that no option of the command has but that are close to one: likely slips. Others
  /// are left alone, since workers may share one environment file.
  static func slips(
    in environment: [String: String], for catalog: OptionCatalog
  ) -> [(variable: String, meant: String)] {
    let known = catalog.options.map { prefix + upperSnake($0.name) } + others
    return environment.keys.sorted().compactMap { variable in
      guard variable.hasPrefix(prefix), !variable.hasPrefix(kafkaPrefix),
        !known.contains(variable), !variable.hasSuffix(fileSuffix),
        let meant = Suggestion.nearest(to: variable, in: known),
        Suggestion.distance(variable, meant) <= 2
      else { return nil }
      return (variable, meant)
    }
  }

  /// `bootstrap-servers` and `bootstrap.servers` as `BOOTSTRAP_SERVERS`.
  static func upperSnake(_ name: String) -> String {
    String(name.map { $0 == "-" || $0 == "." ? "_" : $0 }).uppercased()
  }

  private static func kafka(
    _ variable: String, _ value: String, _ origin: Origin
  ) throws(ConfigurationError) -> Setting {
    let name = variable.dropFirst(kafkaPrefix.count)
    if name.hasSuffix(fileSuffix) {
      let property = property(name.dropLast(fileSuffix.count))
      if Secrets.isSecret(property) {
        return .kafka(property, try secret(inFile: value, origin), origin)
      }
    }
    return .kafka(property(name), value, origin)
  }

  private static func property(_ name: Substring) -> String {
    let dotted = name.lowercased().replacing("_", with: ".")
    return dotted == "ssl.key" ? "ssl_key" : dotted
  }

  private static func secret(
    inFile path: String, _ origin: Origin
  ) throws(ConfigurationError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("cannot read the secret's file \(path)", origin: origin)
    }
    var text = Substring(decoding: data, as: UTF8.self)
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
