internal import GRDB

/// Why the store as a whole could not do what it was asked; nothing of the call was kept.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// There is no file, or it cannot be opened; or the server does not let this user in.
    case cannotOpen
    /// It was written by a later or an earlier release.
    case otherRelease
    /// Another process held the store for too long; the call may be repeated.
    case busy
    /// The server is away, or does not answer; the call may be repeated.
    case away
    /// The disk is full, or failed; the call may be repeated once that is mended.
    case disk
    /// The file is no store, or damaged.
    case damaged
    /// What was searched for is no query.
    case query
    /// Anything else that the database reports.
    case database
  }

  public let code: Code
  /// Which store, what was wrong and what to do, in one sentence or two.
  public let description: String

  /// Whether the same call may succeed later.
  public var isRetriable: Bool { [.busy, .disk, .away].contains(code) }

  static func missing(_ path: String) -> StoreError {
    StoreError(
      code: .cannotOpen,
      description: "There is no event store at \(path). The indexer makes it; check the path.")
  }

  static func cannotOpen(_ path: String, _ reason: String) -> StoreError {
    StoreError(
      code: .cannotOpen,
      description: "The event store \(path) cannot be opened: \(reason). "
        + "Check that the folder exists and may be written to.")
  }

  static func otherRelease(_ path: String, isLater: Bool) -> StoreError {
    StoreError(
      code: .otherRelease,
      description: isLater
        ? "The event store \(path) was written by a later release of Rawi. Use that release."
        : "The event store \(path) was written by an earlier release of Rawi. "
          + "Start this release's indexer once to bring it up to date.")
  }

  static let passwordInAddress = StoreError(
    code: .cannotOpen,
    description: "The URL of the event store holds a password, which every user of the machine can "
      + "read. Leave it out, and give the password in a file: --store-password-file, or PGPASSFILE."
  )

  static func address(_ reason: String) -> StoreError {
    StoreError(
      code: .cannotOpen,
      description: "The URL of the event store is none of PostgreSQL's: \(reason). "
        + "It is like postgresql://user@host:5432/database.")
  }

  static func passwordFile(_ path: String, _ reason: String) -> StoreError {
    StoreError(
      code: .cannotOpen,
      description: "The password of the event store cannot be read from \(path): \(reason).")
  }

  static func query(_ reason: String) -> StoreError {
    StoreError(code: .query, description: reason)
  }

  /// Runs `body` and gives what the database reports the store's name and a way out.
  static func naming<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, path)
    } catch let error as PostgreSQLError {
      throw StoreError(error, path)
    } catch {
      throw StoreError(code: .database, description: "The event store \(path) failed: \(error)")
    }
  }

  private init(_ error: DatabaseError, _ path: String) {
    let words = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      code = .busy
      description =
        "The event store \(path) is in use by another process (\(words)). Try again later."
    case .SQLITE_FULL, .SQLITE_IOERR:
      code = .disk
      description = "The event store \(path) cannot be written: \(words). Check the disk."
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self = .cannotOpen(path, words)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      code = .damaged
      description =
        "\(path) is no event store, or a damaged one (\(words)). "
        + "Move it away and let the indexer read articles.parsed again."
    default:
      code = .database
      description = "The event store \(path) failed: \(error)"
    }
  }

  private init(_ error: PostgreSQLError, _ name: String) {
    let words = error.message
    switch error.kind {
    case .away:
      code = .away
      description = "The event store \(name) is not to be reached: \(words)"
    case .busy:
      code = .busy
      description =
        "The event store \(name) is in use by another process (\(words)). Try again later."
    case .diskFull:
      code = .disk
      description = "The event store \(name) cannot be written: \(words). Check the server's disk."
    case .refused:
      code = .cannotOpen
      description = "The event store \(name) cannot be opened: \(words)"
    case .other:
      code = .database
      description = "The event store \(name) failed: \(words)"
    }
  }

  private init(code: Code, description: String) {
    self.code = code
    self.description = description
  }
}
