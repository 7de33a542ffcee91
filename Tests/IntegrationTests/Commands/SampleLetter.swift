import Contracts
import Kafka

/// A dead letter as a worker writes it.
struct SampleLetter {
  var key: String
  var value: [UInt8]?
  var reason: String
  var stage: String
  var topic: String?
  var partition: Int
  var time: Int64?
  var headers: KeyValuePairs<String, String>

  init(
    _ key: String, value: [UInt8]? = [0x7B], reason: String = "no article",
    stage: String = "parser-worker", topic: String? = nil, partition: Int = 1,
    time: Int64? = nil, headers: KeyValuePairs<String, String> = [:]
  ) {
    self.key = key
    self.value = value
    self.reason = reason
    self.stage = stage
    self.topic = topic
    self.partition = partition
    self.time = time
    self.headers = headers
  }

  func record(_ topics: Topics) -> ProducerRecord {
    var all = Headers()
    for (name, value) in headers { all.append(name, value) }
    for (name, value) in [
      ("topic", topic ?? topics.articlesRaw), ("partition", "\(partition)"), ("offset", "7"),
      ("stage", stage), ("connector.name", "group"), ("exception.class.name", "Unreadable"),
      ("exception.message", reason),
    ] { all.append("__connect.errors.\(name)", value) }
    return ProducerRecord(
      topic: topics.articlesDead, key: Array(key.utf8), value: value, headers: all,
      timestamp: time)
  }
}
