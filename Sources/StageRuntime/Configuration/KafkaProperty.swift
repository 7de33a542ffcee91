public import ArgumentParser

/// A librdkafka property given as `name=value`.
public struct KafkaProperty: ExpressibleByArgument, Sendable, Hashable {
  static let bootstrapServers = "bootstrap.servers"

  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  /// The value as it may be shown.
  public var shown: String { Secrets.isSecret(name) ? Secrets.redacted : value }
}
