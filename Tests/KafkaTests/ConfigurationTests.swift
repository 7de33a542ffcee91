import Kafka
import Testing

struct ConfigurationTests {
  @Test func anUnknownPropertyIsNamed() {
    let configuration = KafkaConfiguration(
      bootstrapServers: "localhost:1", properties: ["no.such.property": "1"])
    #expect {
      _ = try Producer(configuration)
    } throws: { error in
      let error = error as? KafkaError
      return error?.code == .invalidConfiguration
        && error?.message.contains("no.such.property") == true
    }
  }

  @Test func aBadValueIsNamed() {
    var configuration = KafkaConfiguration(bootstrapServers: "localhost:1")
    configuration["security.protocol"] = "carrier-pigeon"
    #expect {
      _ = try Consumer(configuration)
    } throws: { error in
      let error = error as? KafkaError
      return error?.code == .invalidConfiguration
        && error?.message.contains("security.protocol") == true
    }
  }

  @Test func aConsumersBadValueIsFoundByAProducerToo() {
    var configuration = KafkaConfiguration(bootstrapServers: "localhost:1")
    configuration["auto.offset.reset"] = "yesterday"
    #expect(throws: KafkaError.self) { _ = try Producer(configuration) }
  }

  @Test func secretsAreNotShown() {
    var configuration = KafkaConfiguration(bootstrapServers: "kafka:9092")
    configuration.setCredentials(mechanism: "PLAIN", username: "rawi", password: "hush")
    configuration["ssl.key.pem"] = "-----BEGIN"
    configuration["sasl.oauthbearer.client.secret"] = "hush"
    let shown = "\(configuration)"
    #expect(!shown.contains("hush"))
    #expect(!shown.contains("BEGIN"))
    #expect(shown.contains("sasl.username=rawi"))
    #expect(shown.contains("sasl.password=***"))
  }

  @Test func typedAndNamedPropertiesAreTheSame() {
    var configuration = KafkaConfiguration(bootstrapServers: "a:1,b:2")
    configuration["security.protocol"] = "SASL_SSL"
    #expect(configuration.securityProtocol == .saslTLS)
    configuration.sessionTimeout = .seconds(10)
    #expect(configuration["session.timeout.ms"] == "10000")
    configuration.linger = .microseconds(1500)
    #expect(configuration["linger.ms"] == "2")
    configuration.offsetReset = .latest
    #expect(configuration["auto.offset.reset"] == "latest")
    configuration.groupID = nil
    #expect(configuration["group.id"] == nil)
  }

  @Test func aTransactionalProducerNeedsAName() {
    #expect {
      _ = try TransactionalProducer(KafkaConfiguration(bootstrapServers: "localhost:1"))
    } throws: { error in
      (error as? KafkaError)?.message.contains("transactional.id") == true
    }
  }
}
