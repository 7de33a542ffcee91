/// What a client has to say beside the answers to its calls.
public enum ClientEvent: Sendable {
  /// Something went wrong in the background. Unless it is fatal, librdkafka goes on trying by itself.
  case error(KafkaError)
  /// Figures of the last interval; they come where `statistics.interval.ms` is set.
  case statistics(Statistics)
  /// A commit that nobody waited for failed.
  case commitFailed(KafkaError)
}
