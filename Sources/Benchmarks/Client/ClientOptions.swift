internal import ArgumentParser
internal import Kafka
internal import StageRuntime

/// How a benchmark's Kafka clients are set.
struct ClientOptions: ParsableArguments {
  @Option(
    name: .customLong("kafka"),
    help: ArgumentHelp("Properties of librdkafka's, for all clients.", valueName: "name=value"))
  var properties: [KafkaProperty] = []

  func configuration(_ bootstrapServers: String) -> KafkaConfiguration {
    var configuration = KafkaConfiguration(bootstrapServers: bootstrapServers)
    for property in properties { configuration[property.name] = property.value }
    return configuration
  }
}
