internal import ArgumentParser
internal import EventStore
internal import StageRuntime

/// Which store is read.
struct StoreOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The indexer's SQLite file, or a PostgreSQL database: postgresql://user@host/database.",
      valueName: "place"))
  var store: String

  @Option(
    help: ArgumentHelp(
      "A file of which the first line is the PostgreSQL user's password.", valueName: "file"))
  var storePasswordFile: String?

  func open() throws(StageFailure) -> EventStore {
    let (path, passwordFile) = (store, storePasswordFile)
    return try Self.naming { () throws(StoreError) in
      try EventStore(reading: path, passwordFile: passwordFile)
    }
  }

  /// Gives what the store says to the person.
  static func naming<T>(_ body: () throws(StoreError) -> T) throws(StageFailure) -> T {
    do { return try body() } catch { throw StageFailure(error.description) }
  }
}
