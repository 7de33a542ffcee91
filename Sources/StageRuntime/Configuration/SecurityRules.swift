internal import Glibc

/// What librdkafka's properties for TLS and SASL must be for a connection to come about and to be
/// as safe as it looks. librdkafka itself tells of much of this only in its log, once it connects.
enum SecurityRules {
  private static let mechanisms = [
    "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI", "OAUTHBEARER",
  ]
  private static let protocols = ["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"]
  /// Properties that name a file.
  private static let files = [
    "ssl.ca.location", "ssl.certificate.location", "ssl.key.location", "ssl.keystore.location",
    "ssl.crl.location",
  ]

  /// - Returns: what will work but is hardly meant, each in one line.
  static func check(
    _ properties: [String: String]
  ) throws(ConfigurationError) -> [String] {
    let name = (properties["security.protocol"] ?? "plaintext").lowercased()
    guard protocols.contains(name) else {
      throw refusal("security.protocol", "is none of \(protocols.joined(separator: ", "))")
    }
    let hasTLS = name.hasSuffix("ssl")
    let hasSASL = name.hasPrefix("sasl")
    for property in files {
      if let path = properties[property] { try checkFile(path, of: property) }
    }
    try checkKeyPair(properties)
    if hasSASL { try checkMechanism(properties) }
    return warnings(properties, hasTLS: hasTLS, hasSASL: hasSASL)
  }

  private static func checkFile(_ path: String, of property: String) throws(ConfigurationError) {
    // librdkafka's word for looking where distributions keep them.
    if property == "ssl.ca.location", path == "probe" { return }
    if access(path, R_OK) != 0 {
      throw refusal(
        property,
        "names \(path), which cannot be read (\(String(cString: strerror(errno)))); "
          + "name a file that this user may read")
    }
  }

  private static func checkKeyPair(
    _ properties: [String: String]
  ) throws(ConfigurationError) {
    func first(_ names: String...) -> String? { names.first { properties[$0] != nil } }
    let certificate = first("ssl.certificate.location", "ssl.certificate.pem")
    let key = first("ssl.key.location", "ssl.key.pem")
    if let certificate, key == nil {
      throw refusal(certificate, "is set without its key: set ssl.key.location too")
    }
    if let key, certificate == nil {
      throw refusal(key, "is set without its certificate: set ssl.certificate.location too")
    }
  }

  private static func checkMechanism(
    _ properties: [String: String]
  ) throws(ConfigurationError) {
    let property = properties["sasl.mechanism"] != nil ? "sasl.mechanism" : "sasl.mechanisms"
    guard let mechanism = properties[property] else {
      throw refusal(
        "sasl.mechanism",
        "is not set, but security.protocol asks for SASL: set it to one of "
          + mechanisms.joined(separator: ", "))
    }
    guard mechanisms.contains(mechanism) else {
      let meant = Suggestion.clause(for: mechanism.uppercased(), in: mechanisms)
      throw refusal(property, "is none of \(mechanisms.joined(separator: ", "))\(meant)")
    }
    guard mechanism == "PLAIN" || mechanism.hasPrefix("SCRAM") else { return }
    for needed in ["sasl.username", "sasl.password"] where properties[needed]?.isEmpty ?? true {
      let variable = Secrets.variable(ofProperty: needed)
      let remedy =
        Secrets.isSecret(needed)
        ? "give it in \(variable), or in a file named by \(variable)_FILE"
        : "give it in \(variable)"
      throw refusal(needed, "is needed by \(mechanism) and not set: \(remedy)")
    }
  }

  private static func warnings(
    _ properties: [String: String], hasTLS: Bool, hasSASL: Bool
  ) -> [String] {
    var warnings: [String] = []
    func warn(_ property: String?, _ words: String) {
      if let property { warnings.append("kafka property \(property) \(words)") }
    }
    let names = properties.keys.sorted()
    if !hasSASL {
      warn(
        names.first { $0.hasPrefix("sasl.") },
        "is set, but security.protocol does not ask for SASL: nobody logs in; "
          + "set security.protocol to sasl_ssl, or leave it out")
    }
    if !hasTLS {
      warn(
        names.first { $0.hasPrefix("ssl.") },
        "is set, but security.protocol does not ask for TLS: nothing is encrypted; "
          + "set security.protocol to \(hasSASL ? "sasl_ssl" : "ssl"), or leave it out")
      let mechanism = properties["sasl.mechanism"] ?? properties["sasl.mechanisms"]
      if hasSASL, mechanism == "PLAIN" {
        warn(
          "sasl.mechanism", "PLAIN sends the password unencrypted with sasl_plaintext: use sasl_ssl"
        )
      }
    } else if properties["enable.ssl.certificate.verification"] == "false" {
      warn(
        "enable.ssl.certificate.verification",
        "is false: whoever is on the way can pass for the broker; set ssl.ca.location instead")
    } else if properties["ssl.endpoint.identification.algorithm"] == "none" {
      warn(
        "ssl.endpoint.identification.algorithm",
        "is none: any certificate of this authority passes for the broker's")
    }
    return warnings
  }

  private static func refusal(_ property: String, _ words: String) -> ConfigurationError {
    ConfigurationError("kafka property \(property) \(words)")
  }
}
