internal import ArgumentParser
internal import Foundation
internal import Kafka

/// Where reading a topic starts.
enum ReadingStart: ExpressibleByArgument, Sendable {
  case beginning
  case end
  /// The first record of this time or later.
  case time(Date)

  init?(argument: String) {
    switch argument {
    case "beginning": self = .beginning
    case "end": self = .end
    default:
      let text = Day(argument: argument) == nil ? argument : argument + "T00:00:00Z"
      guard let time = try? Date(text, strategy: .iso8601) else { return nil }
      self = .time(time)
    }
  }

  func offsets(
    of partitions: [TopicPartition], _ consumer: Consumer
  ) async throws(KafkaError) -> [TopicPartition: StartOffset] {
    switch self {
    case .beginning: return Self.same(.beginning, partitions)
    case .end: return Self.same(.end, partitions)
    case .time(let time):
      let found = try await consumer.offsets(
        at: Int64(time.timeIntervalSince1970 * 1000), of: partitions)
      return Self.same(.end, partitions).merging(found.mapValues { .offset($0) }) { $1 }
    }
  }

  private static func same(
    _ start: StartOffset, _ partitions: [TopicPartition]
  ) -> [TopicPartition: StartOffset] {
    Dictionary(partitions.map { ($0, start) }) { first, _ in first }
  }
}
