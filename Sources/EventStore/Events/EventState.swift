internal import Contracts

/// An event as the batch under way leaves it.
struct EventState {
  /// What `events` says of an event, but for the number of the version.
  struct Given: Hashable {
    /// SHA-256 of the record's body.
    var content: [UInt8]
    var story: String
    var sameAs: String
    var reports: Int
  }

  let row: Int64
  let id: String
  /// Whether there is a row of it already.
  var isStored = false
  /// Where it comes among its article's events.
  var ordinal: Int
  /// Of the last record that was given; 0 before the first.
  var version = 0
  /// The last record that was given; nil where there is none, or it was withdrawn.
  var given: Given?
  /// SHA-256 of ``body``; nil for an event that its article no longer has.
  var content: [UInt8]?
  /// The body of the record, see ``EventRecord``; nil where it is only in its row.
  var body: [UInt8]?
  /// What is compared of it; nil where it is only in its row.
  var traits: Traits?
  /// Which extractor read the record that was given.
  var extractor = ""
  /// Which extractor read it in this batch.
  var reader: String?
  var days: ClosedRange<String>?
  /// Its number in the index of words, see ``ListingKey``; nil where its article has it no more.
  var listed: Int64?
  var point: SearchPoint?
  /// Whether its row is to be written.
  var isChanged = false
}

extension EventState {
  /// Holds what its article says of it now.
  mutating func take(_ read: ReadEvent) {
    content = read.content
    body = read.body
    traits = read.traits
    days = read.days
    point = read.point
  }

  /// Holds a record that consumers were given.
  mutating func take(_ read: ReadEvent, told: Event) {
    take(read)
    given = .init(
      content: read.content, story: told.story, sameAs: told.sameAs, reports: told.reports)
    extractor = told.extractor
  }
}
