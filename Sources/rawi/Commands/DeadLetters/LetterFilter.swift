internal import ArgumentParser
internal import Foundation
internal import Kafka
internal import StageRuntime

/// Which dead letters are wanted: those of which all is true that is asked.
struct LetterFilter: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only letters of this worker: parser-worker or indexer.", valueName: "worker"))
  var stage: String?

  @Option(
    help: ArgumentHelp(
      "Only letters whose reason contains this, in capitals or not.", valueName: "text"))
  var reason: String?

  @Option(
    help: ArgumentHelp(
      "Only records that came from this topic, named in full.", valueName: "topic"))
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "Only records of this time or later: a day, or 2024-03-30T12:00:00Z.", valueName: "time"))
  var since: Moment?

  @Option(
    help: ArgumentHelp(
      "Only records of this time or earlier; a day is meant to its end.", valueName: "time"))
  var until: Moment?

  @Option(help: ArgumentHelp("Only records with this key.", valueName: "key"))
  var key: String?

  @Option(help: ArgumentHelp("At most so many letters, the oldest first.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func allows(_ letter: StoredLetter) -> Bool {
    if let stage, letter.account.stage != stage { return false }
    if let topic, letter.account.topic != topic { return false }
    if let reason,
      letter.account.reason?.range(of: reason, options: .caseInsensitive) == nil
    {
      return false
    }
    if let key, letter.record.keyBytes != Array(key.utf8) { return false }
    guard since != nil || until != nil else { return true }
    guard let time = letter.record.timestamp else { return false }
    return time >= since?.first ?? .min && time <= until?.last ?? .max
  }
}

/// A time, or a day as a whole.
struct Moment: ExpressibleByArgument {
  /// Milliseconds since 1970.
  var first: Int64
  /// The last millisecond that belongs to it.
  var last: Int64

  init?(argument: String) {
    let isDay = Day(argument: argument) != nil
    let text = isDay ? argument + "T00:00:00Z" : argument
    guard let time = try? Date(text, strategy: .iso8601) else { return nil }
    first = Int64(time.timeIntervalSince1970 * 1000)
    last = first + (isDay ? 24 * 60 * 60 * 1000 : 1000) - 1
  }
}
