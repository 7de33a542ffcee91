internal import ArgumentParser
internal import EventStore
internal import StageRuntime

/// Which store is read.
struct StoreOption: ParsableArguments {
  @Option(help: ArgumentHelp("The indexer's SQLite file.", valueName: "file"))
  var store: String

  func open() throws(StageFailure) -> EventStore {
    let path = store
    return try Self.naming { () throws(StoreError) in try EventStore(reading: path) }
  }

  /// Gives what the store says to the person.
  static func naming<T>(_ body: () throws(StoreError) -> T) throws(StageFailure) -> T {
    do { return try body() } catch { throw StageFailure(error.description) }
  }
}
