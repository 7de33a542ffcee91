internal import Contracts
internal import Foundation
internal import Kafka
internal import StageRuntime

/// A record of the dead letters with what its headers say about the failure.
struct StoredLetter: Sendable {
  let record: ConsumerRecord
  let headers: Headers
  let account: DeadLetter.Account

  init(_ record: ConsumerRecord) {
    self.record = record
    headers = record.headers
    account = DeadLetter.Account(headers)
  }

  /// Where it stands, as people type it: `PARTITION:OFFSET`.
  var place: String { "\(record.partition):\(record.offset)" }

  /// Where the record stands that failed, as far as the headers say.
  var source: String {
    let partition = account.partition.map { "[\($0)]" } ?? ""
    let offset = account.offset.map { "@\($0)" } ?? ""
    return "\(account.topic ?? "an unknown topic")\(partition)\(offset)"
  }

  /// Whether the letter lacks the value that its record has. (A record without a value is something
  /// else: the withdrawal of an article.)
  var lacksValue: Bool { record.isTombstone && account.omittedBytes != nil }

  var size: Int? { record.withValue { $0?.count } }

  /// The time of the record that failed.
  var time: String? {
    record.timestamp.map {
      Date(timeIntervalSince1970: Double($0) / 1000).formatted(
        Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
  }
}
