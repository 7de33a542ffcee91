/// What librdkafka's properties must be for a worker to keep its promises.
enum PropertyRules {
  /// Milliseconds, where the user sets none.
  static let transactionTimeout = 60_000
  /// One try of a step and the longest wait before the next: a transaction has to last longer for
  /// anything in it to be tried again.
  private static let retryTime = (Output.patience + Backoff().limit).inMilliseconds

  /// Properties that the worker sets from its own options.
  private static let owned: KeyValuePairs<String, String> = [
    "group.id": "use --group",
    "group.instance.id": "use --instance",
    "transactional.id": "it follows from --group and --instance",
    "enable.auto.commit": "the worker commits what it has finished",
    "enable.auto.offset.store": "the worker commits what it has finished",
    "enable.idempotence": "the worker's producer always is",
  ]

  static func check(
    _ properties: [String: String], delivery: Delivery, drain: Interval
  ) throws(ConfigurationError) {
    for (name, remedy) in owned where properties[name] != nil {
      throw refusal(name, "cannot be set: \(remedy)")
    }
    if let strategy = properties["partition.assignment.strategy"],
      strategy.contains("cooperative")
    {
      throw refusal(
        "partition.assignment.strategy",
        "cannot be cooperative-sticky with this librdkafka; use range or roundrobin")
    }
    if delivery == .exactlyOnce, properties["isolation.level"] == "read_uncommitted" {
      throw refusal(
        "isolation.level",
        "read_uncommitted would process records that are later aborted; leave it out, or use --delivery at-least-once"
      )
    }
    let poll = maxPollInterval(properties)
    let session = try milliseconds("session.timeout.ms", properties) ?? 45_000
    let heartbeat = try milliseconds("heartbeat.interval.ms", properties) ?? 3000
    if heartbeat * 2 > session {
      throw refusal(
        "heartbeat.interval.ms",
        "is \(heartbeat), more than half of session.timeout.ms (\(session)): one heartbeat that is lost ends the session; make it a third of it"
      )
    }
    if poll < session {
      throw refusal("max.poll.interval.ms", "is \(poll), less than session.timeout.ms (\(session))")
    }
    guard delivery == .exactlyOnce else { return }
    let transaction =
      try milliseconds("transaction.timeout.ms", properties) ?? transactionTimeout
    if transaction > poll {
      throw refusal(
        "transaction.timeout.ms",
        "is \(transaction), more than max.poll.interval.ms (\(poll)): a transaction could outlive the right to its partitions"
      )
    }
    if transaction < retryTime {
      throw refusal(
        "transaction.timeout.ms",
        "is \(transaction), less than the time to try a failed step again (\(retryTime)): raise it"
      )
    }
    if drain.milliseconds > transaction {
      throw ConfigurationError(
        "--drain-timeout is \(drain), longer than the transaction under way may last: lower it, or raise kafka property transaction.timeout.ms (\(transaction))"
      )
    }
    if let delivery = try milliseconds("message.timeout.ms", properties), delivery > transaction {
      throw refusal(
        "message.timeout.ms", "is \(delivery), more than transaction.timeout.ms (\(transaction))")
    }
  }

  /// Milliseconds; librdkafka's default where it is not set or no number.
  static func maxPollInterval(_ properties: [String: String]) -> Int {
    properties["max.poll.interval.ms"].flatMap { Int($0) } ?? 300_000
  }

  private static func milliseconds(
    _ name: String, _ properties: [String: String]
  ) throws(ConfigurationError) -> Int? {
    guard let text = properties[name] else { return nil }
    guard let number = Int(text), number > 0 else {
      throw refusal(name, "is no number of milliseconds")
    }
    return number
  }

  private static func refusal(_ property: String, _ words: String) -> ConfigurationError {
    ConfigurationError("kafka property \(property) \(words)")
  }
}
