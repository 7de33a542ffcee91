internal import Foundation
internal import Yams

/// Settings from a YAML file.
///
/// A key is the long name of an option. Under `kafka:` stand librdkafka's properties, dotted or
/// nested. Under the name of a program stand settings for that program alone, so that all workers
/// can share one file.
struct ConfigurationFile {
  /// The programs of this package: their sections are left alone by the others.
  static let programs: Set<String> = ["producer", "parser-worker", "indexer", "rawi"]

  private let path: String
  private let program: String
  private let catalog: OptionCatalog
  private var settings: [Setting] = []

  /// - Parameter program: whose section is read besides the common keys.
  static func read(
    _ path: String, program: String, for catalog: OptionCatalog
  ) throws(ConfigurationError) -> [Setting] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("cannot read the config file \(path)")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationError("the config file \(path) is not UTF-8")
    }
    var file = ConfigurationFile(path: path, program: program, catalog: catalog)
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let words = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      throw ConfigurationError("the config file \(path) is not YAML: \(words)")
    }
    guard let root, !isNull(root) else { return [] }
    guard let mapping = root.mapping else {
      throw ConfigurationError("the config file \(path) must be a mapping of options to values")
    }
    try file.read(mapping)
    return file.settings
  }

  private init(path: String, program: String, catalog: OptionCatalog) {
    self.path = path
    self.program = program
    self.catalog = catalog
  }

  private mutating func read(
    _ mapping: Node.Mapping, section: Bool = false
  ) throws(ConfigurationError) {
    // The program's own section comes last, so that it overrides the common keys.
    var own: Node.Mapping?
    for (keyNode, value) in mapping {
      let key = keyNode.string ?? ""
      let origin = origin(key, keyNode)
      if key == OptionCatalog.kafka || key.hasPrefix("kafka.") {
        try readKafka(key, keyNode, value)
      } else if !section, Self.programs.contains(key) {
        guard let mapping = value.mapping else {
          throw ConfigurationError("must hold the settings of \(key)", origin: origin)
        }
        if key == program { own = mapping }
      } else if key != OptionCatalog.config, let option = catalog.option(key) {
        settings.removeAll { $0.option == option.name && section }
        settings += try values(value, option, origin).map {
          Setting(option: option.name, value: $0, origin: origin)
        }
      } else {
        let clause = Suggestion.clause(for: key, in: catalog.options.map(\.name) + ["kafka"])
        throw ConfigurationError("\(program) has no such setting\(clause)", origin: origin)
      }
    }
    if let own { try read(own, section: true) }
  }

  private func values(
    _ node: Node, _ option: OptionCatalog.Option, _ origin: Origin
  ) throws(ConfigurationError) -> [String] {
    if let scalar = node.scalar { return Self.isNull(node) ? [] : [scalar.string] }
    if let sequence = node.sequence, option.isRepeating {
      let scalars = sequence.compactMap { $0.scalar?.string }
      if scalars.count == sequence.count { return scalars }
    }
    let shape = option.isRepeating ? "a value or a list of values" : "one value"
    throw ConfigurationError("must be \(shape)", origin: origin)
  }

  private mutating func readKafka(
    _ key: String, _ keyNode: Node, _ value: Node
  ) throws(ConfigurationError) {
    if let mapping = value.mapping {
      for (inner, value) in mapping {
        try readKafka("\(key).\(inner.string ?? "")", inner, value)
      }
      return
    }
    let origin = origin(key, keyNode)
    guard catalog.hasKafka else {
      throw ConfigurationError("\(program) does not use Kafka here", origin: origin)
    }
    guard let scalar = value.scalar, key != OptionCatalog.kafka else {
      if Self.isNull(value) { return }
      throw ConfigurationError("must be a mapping of librdkafka properties", origin: origin)
    }
    settings.append(.kafka(String(key.dropFirst("kafka.".count)), scalar.string, origin))
  }

  private func origin(_ key: String, _ node: Node) -> Origin {
    .file(path: path, line: node.mark?.line ?? 1, key: key)
  }

  private static func isNull(_ node: Node) -> Bool {
    node.null != nil
  }
}
