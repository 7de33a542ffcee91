internal import CRdkafka

/// What a client is for. librdkafka knows only two types; an admin client is a producer that never produces.
enum ClientKind {
  case producer
  case consumer
  case admin

  var type: rd_kafka_type_t { self == .consumer ? RD_KAFKA_CONSUMER : RD_KAFKA_PRODUCER }

  /// Properties that mean nothing to this kind.
  var foreignProperties: Set<String> {
    switch self {
    case .producer: KafkaConfiguration.consumerOnly
    case .consumer: KafkaConfiguration.producerOnly
    case .admin: KafkaConfiguration.consumerOnly.union(KafkaConfiguration.producerOnly)
    }
  }
}

extension KafkaConfiguration {
  /// librdkafka's own configuration object with the properties that concern this kind of client.
  /// The caller owns the result.
  func makeHandleConfiguration(for kind: ClientKind) throws(KafkaError) -> OpaquePointer {
    let foreign = kind.foreignProperties
    guard let result = rd_kafka_conf_new() else {
      throw KafkaError(.invalidConfiguration, "no memory for a configuration")
    }
    // In order, so that of two bad properties always the same one is named.
    for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
      do throws(KafkaError) {
        try Self.set(name, value, in: result)
      } catch {
        rd_kafka_conf_destroy(result)
        throw error
      }
    }
    guard !foreign.isDisjoint(with: properties.keys) else { return result }
    // All were set once, so that a bad value is found whoever uses it; what does not concern this client is then left out.
    rd_kafka_conf_destroy(result)
    var own = self
    for name in foreign {
      own[name] = nil
    }
    return try own.makeHandleConfiguration(for: kind)
  }

  private static func set(
    _ name: String, _ value: String, in configuration: OpaquePointer
  ) throws(KafkaError) {
    var reason = [CChar](repeating: 0, count: 512)
    switch rd_kafka_conf_set(configuration, name, value, &reason, reason.count) {
    case RD_KAFKA_CONF_OK: return
    case RD_KAFKA_CONF_UNKNOWN:
      throw KafkaError(.invalidConfiguration, "\(name): Kafka has no property of this name")
    default:
      // librdkafka repeats the value, which may be a secret.
      let shown = isSecret(name) ? "its value cannot be used" : String(cArray: reason)
      throw KafkaError(.invalidConfiguration, "\(name): \(shown)")
    }
  }
}
