import Foundation

/// How much is broken: a little in every run of the tests, all of it with `RAWI_TEST_FULL=1` (`deploy/test --full`).
enum Extent {
  static let isFull = ProcessInfo.processInfo.environment["RAWI_TEST_FULL"] == "1"

  static func of<T>(_ short: T, full: T) -> T { isFull ? full : short }
}
