internal import Foundation

/// What a client has done and how its brokers answer, as librdkafka counts it.
///
/// Comes with a client's events every `statistics.interval.ms`. Only the figures that help to run a pipeline are here.
public struct Statistics: Sendable, Decodable {
  /// The client's name with its number in this process.
  public let name: String
  public let clientID: String
  /// `producer` or `consumer`.
  public let type: String
  /// Events waiting for the program to take them.
  public let waitingEvents: Int
  /// Records and bytes in the producer's queue.
  public let queuedRecords: Int?
  public let queuedBytes: Int?
  public let sentRecords: Int64?
  public let receivedRecords: Int64?
  public let brokers: [String: Broker]
  public let topics: [String: Topic]

  public struct Broker: Sendable, Decodable {
    public let name: String
    /// `UP`, `DOWN`, `INIT`, …
    public let state: String
    public let requestsWaiting: Int
    public let transmitErrors: Int64
    public let requestTimeouts: Int64
    public let roundTrip: Window?

    enum CodingKeys: String, CodingKey {
      case name, state
      case requestsWaiting = "waitresp_cnt"
      case transmitErrors = "txerrs"
      case requestTimeouts = "req_timeouts"
      case roundTrip = "rtt"
    }
  }

  /// A sliding window of times in microseconds.
  public struct Window: Sendable, Decodable {
    public let average: Int64
    public let maximum: Int64
    public let p99: Int64

    enum CodingKeys: String, CodingKey {
      case average = "avg"
      case maximum = "max"
      case p99
    }
  }

  public struct Topic: Sendable, Decodable {
    public let name: String
    /// By number; -1 holds what is not assigned to a partition yet.
    public let partitions: [String: Partition]

    enum CodingKeys: String, CodingKey {
      case name = "topic"
      case partitions
    }
  }

  public struct Partition: Sendable, Decodable {
    /// Records between what was consumed and the end; -1 where it is not known.
    public let lag: Int64
    public let committedOffset: Int64
    public let highWatermark: Int64
    public let fetchedRecords: Int

    enum CodingKeys: String, CodingKey {
      case lag = "consumer_lag"
      case committedOffset = "committed_offset"
      case highWatermark = "hi_offset"
      case fetchedRecords = "fetchq_cnt"
    }
  }

  enum CodingKeys: String, CodingKey {
    case name, type, brokers, topics
    case clientID = "client_id"
    case waitingEvents = "replyq"
    case queuedRecords = "msg_cnt"
    case queuedBytes = "msg_size"
    case sentRecords = "txmsgs"
    case receivedRecords = "rxmsgs"
  }

  init(json: UnsafeRawBufferPointer) throws {
    self = try JSONDecoder().decode(Statistics.self, from: Data(json))
  }
}
