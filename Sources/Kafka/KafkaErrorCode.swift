internal import CRdkafka

extension KafkaError {
  /// The kind of an error: Kafka's own numbers, librdkafka's (negative, from -200) and this library's (from -10001).
  ///
  /// The codes that programs ask for most have names here; every other one can be made from its number.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int32

    public init(rawValue: Int32) {
      self.rawValue = rawValue
    }

    private init(_ response: rd_kafka_resp_err_t) {
      rawValue = response.rawValue
    }

    /// A configuration property is unknown or has a value that cannot be used.
    public static let invalidConfiguration = Code(rawValue: -10001)
    /// The client was closed before or during the call.
    public static let closed = Code(rawValue: -10002)
    /// The task was cancelled while it waited.
    public static let cancelled = Code(rawValue: -10003)

    public static let timedOut = Code(RD_KAFKA_RESP_ERR__TIMED_OUT)
    /// The record was not delivered within `message.timeout.ms`.
    public static let messageTimedOut = Code(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
    public static let queueFull = Code(RD_KAFKA_RESP_ERR__QUEUE_FULL)
    /// The record was thrown away before it was sent.
    public static let purgedFromQueue = Code(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
    /// The record was thrown away after it was sent and before it was acknowledged.
    public static let purgedInFlight = Code(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
    public static let transport = Code(RD_KAFKA_RESP_ERR__TRANSPORT)
    public static let allBrokersDown = Code(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
    public static let invalidArgument = Code(RD_KAFKA_RESP_ERR__INVALID_ARG)
    public static let wrongState = Code(RD_KAFKA_RESP_ERR__STATE)
    public static let partitionEnd = Code(RD_KAFKA_RESP_ERR__PARTITION_EOF)
    public static let maxPollExceeded = Code(RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED)
    public static let assignmentLost = Code(RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST)
    public static let noOffset = Code(RD_KAFKA_RESP_ERR__NO_OFFSET)
    public static let fatal = Code(RD_KAFKA_RESP_ERR__FATAL)
    /// Another producer with the same transactional id took over.
    public static let fenced = Code(RD_KAFKA_RESP_ERR__FENCED)

    public static let offsetOutOfRange = Code(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
    public static let unknownTopicOrPartition = Code(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
    public static let leaderNotAvailable = Code(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
    public static let notLeaderForPartition = Code(RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
    public static let requestTimedOut = Code(RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT)
    public static let recordTooLarge = Code(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    public static let networkException = Code(RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION)
    public static let coordinatorLoading = Code(RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS)
    public static let coordinatorNotAvailable = Code(RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE)
    public static let notCoordinator = Code(RD_KAFKA_RESP_ERR_NOT_COORDINATOR)
    public static let notEnoughReplicas = Code(RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS)
    public static let illegalGeneration = Code(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION)
    public static let unknownMember = Code(RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID)
    public static let rebalanceInProgress = Code(RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS)
    public static let topicAuthorizationFailed = Code(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
    public static let topicAlreadyExists = Code(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
    public static let invalidPartitions = Code(RD_KAFKA_RESP_ERR_INVALID_PARTITIONS)
    public static let invalidProducerEpoch = Code(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
    public static let concurrentTransactions = Code(RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS)
    public static let producerFenced = Code(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
    public static let fencedInstanceID = Code(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)

    /// What passes by itself: a leader elsewhere, a coordinator that starts, a broker out of reach.
    static let usuallyRetriable: Set<Code> = [
      .timedOut, .messageTimedOut, .queueFull, .transport, .allBrokersDown,
      .unknownTopicOrPartition, .leaderNotAvailable, .notLeaderForPartition, .requestTimedOut,
      .networkException, .coordinatorLoading, .coordinatorNotAvailable, .notCoordinator,
      .notEnoughReplicas, .rebalanceInProgress, .concurrentTransactions,
    ]

    var explanation: String {
      switch self {
      case .invalidConfiguration: "a configuration property cannot be used"
      case .closed: "the client is closed"
      case .cancelled: "the task was cancelled while it waited"
      default: String(cString: rd_kafka_err2str(rd_kafka_resp_err_t(rawValue: rawValue)))
      }
    }
  }
}

extension KafkaError.Code: CustomStringConvertible {
  /// librdkafka's name of the code, such as `_TIMED_OUT`.
  public var description: String {
    switch self {
    case .invalidConfiguration: "INVALID_CONFIGURATION"
    case .closed: "CLOSED"
    case .cancelled: "CANCELLED"
    default: String(cString: rd_kafka_err2name(rd_kafka_resp_err_t(rawValue: rawValue)))
    }
  }
}
