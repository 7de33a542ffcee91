internal import ArgumentParser
internal import StageRuntime

/// How to reach Kafka, where leaving out the brokers means to start one.
struct UpKafkaOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A YAML file of settings: keys are these options' long names.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "Brokers to use, host:port,host:port; by default one is started.", valueName: "brokers"))
  var bootstrapServers: String?

  @Option(
    name: .customLong("kafka"),
    help: ArgumentHelp(
      "Any librdkafka property, as often as needed; secrets only by environment or file.",
      valueName: "property=value"))
  var properties: [KafkaProperty] = []

  @Option(help: ArgumentHelp("Goes before the name of every topic.", valueName: "prefix"))
  var topicPrefix: String = ""

  /// The same as every program's, with these brokers.
  func options(bootstrapServers: String) throws -> KafkaOptions {
    var options = KafkaOptions()
    options.config = config
    options.bootstrapServers = bootstrapServers
    options.properties = properties
    options.topicPrefix = topicPrefix
    try options.validate()
    return options
  }
}
