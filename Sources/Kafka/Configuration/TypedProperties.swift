/// The properties that most programs set, by typed names.
extension KafkaConfiguration {
  public enum SecurityProtocol: String, Sendable, CaseIterable {
    case plaintext
    case tls = "ssl"
    case saslPlaintext = "sasl_plaintext"
    case saslTLS = "sasl_ssl"
  }

  public enum IsolationLevel: String, Sendable, CaseIterable {
    /// Records of transactions that were aborted or are still open are not seen.
    case readCommitted = "read_committed"
    case readUncommitted = "read_uncommitted"
  }

  public enum OffsetReset: String, Sendable, CaseIterable {
    case earliest
    case latest
    /// Reading fails where the group has no commit.
    case error
  }

  public enum Compression: String, Sendable, CaseIterable {
    case none, gzip, snappy, lz4, zstd
  }

  public var bootstrapServers: String {
    get { self["bootstrap.servers"] ?? "" }
    set { self["bootstrap.servers"] = newValue }
  }

  public var clientID: String? {
    get { self["client.id"] }
    set { self["client.id"] = newValue }
  }

  public var groupID: String? {
    get { self["group.id"] }
    set { self["group.id"] = newValue }
  }

  /// A name that stays the same when this process starts again: it keeps its partitions over a restart.
  public var groupInstanceID: String? {
    get { self["group.instance.id"] }
    set { self["group.instance.id"] = newValue }
  }

  /// The name of the one producer that may have a transaction open; a newer one of the name fences the older.
  public var transactionalID: String? {
    get { self["transactional.id"] }
    set { self["transactional.id"] = newValue }
  }

  public var securityProtocol: SecurityProtocol? {
    get { self["security.protocol"].flatMap { SecurityProtocol(rawValue: $0.lowercased()) } }
    set { self["security.protocol"] = newValue?.rawValue }
  }

  public var isolationLevel: IsolationLevel? {
    get { self["isolation.level"].flatMap(IsolationLevel.init) }
    set { self["isolation.level"] = newValue?.rawValue }
  }

  /// Where a group without a commit starts.
  public var offsetReset: OffsetReset? {
    get { self["auto.offset.reset"].flatMap(OffsetReset.init) }
    set { self["auto.offset.reset"] = newValue?.rawValue }
  }

  public var compression: Compression? {
    get { (self["compression.type"] ?? self["compression.codec"]).flatMap(Compression.init) }
    set { self["compression.type"] = newValue?.rawValue }
  }

  /// How long a group member may be silent before it counts as dead.
  public var sessionTimeout: Duration? {
    get { duration("session.timeout.ms") }
    set { setDuration("session.timeout.ms", newValue) }
  }

  /// How long a group member may take between two polls before it loses its partitions.
  public var maxPollInterval: Duration? {
    get { duration("max.poll.interval.ms") }
    set { setDuration("max.poll.interval.ms", newValue) }
  }

  /// How long a record may take to be delivered, all attempts together.
  public var deliveryTimeout: Duration? {
    get { duration("message.timeout.ms") }
    set { setDuration("message.timeout.ms", newValue) }
  }

  /// After how long the broker aborts a transaction by itself.
  public var transactionTimeout: Duration? {
    get { duration("transaction.timeout.ms") }
    set { setDuration("transaction.timeout.ms", newValue) }
  }

  /// How long a record waits for others to be sent with.
  public var linger: Duration? {
    get { duration("linger.ms") }
    set { setDuration("linger.ms", newValue) }
  }

  /// How often ``Statistics`` come with a client's events; nil or zero for never.
  public var statisticsInterval: Duration? {
    get { duration("statistics.interval.ms") }
    set { setDuration("statistics.interval.ms", newValue) }
  }

  /// How many records a producer holds at most before enqueueing waits.
  public var producerQueueLimit: Int? {
    get { self["queue.buffering.max.messages"].flatMap { Int($0) } }
    set { self["queue.buffering.max.messages"] = newValue.map(String.init) }
  }

  /// User name and password, with the SASL mechanism (`PLAIN`, `SCRAM-SHA-256`, `SCRAM-SHA-512`).
  public mutating func setCredentials(mechanism: String, username: String, password: String) {
    self["sasl.mechanism"] = mechanism
    self["sasl.username"] = username
    self["sasl.password"] = password
  }

  private func duration(_ property: String) -> Duration? {
    self[property].flatMap { Int64($0) }.map { .milliseconds($0) }
  }

  private mutating func setDuration(_ property: String, _ value: Duration?) {
    self[property] = value.map { String($0.milliseconds) }
  }
}

extension Duration {
  /// Whole milliseconds, rounded up so that a short wait is not none, within what C's `int` holds.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    guard self > .zero else { return 0 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
