internal import CPostgres
internal import Foundation
internal import Glibc
internal import Synchronization

/// A PostgreSQL of Debian's package in a folder of its own, reached over a socket there.
///
/// There is one for all tests of a process; each takes a schema of its own in it. It ends with the
/// process.
public final class LocalPostgreSQL: Sendable {
  public static let programs = "/usr/lib/postgresql/15/bin"
  public static let isInstalled = access("\(programs)/postgres", X_OK) == 0
  /// Why tests are skipped where it is not.
  public static let absence = "PostgreSQL 15 is not installed: apt-get install postgresql-15"
  /// What the role `guest` must say to be let in; the role `rawi` need say nothing.
  public static let password = "مفتاح-7"

  /// The one that all tests share.
  public static var shared: LocalPostgreSQL {
    get throws { try Shared.server.get() }
  }

  private enum Shared {
    static let server = Result {
      let server = try LocalPostgreSQL(folder: "/tmp/rawi-pg-\(getpid())")
      remains.withLock { $0 = server }
      atexit { remains.withLock { $0?.remove() } }
      return server
    }
  }

  private let folder: String
  private let process = Mutex<Process?>(nil)

  /// Makes the folder, and starts a server in it.
  public init(folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let users = try Self.users(for: folder)
    try Self.run(
      users + [
        "\(Self.programs)/initdb", "--pgdata=\(folder)/data", "--username=rawi", "--encoding=UTF8",
        "--no-locale", "--no-sync", "--auth=trust",
      ])
    try Data("local all guest scram-sha-256\nlocal all all trust\n".utf8)
      .write(to: URL(filePath: "\(folder)/data/pg_hba.conf"))
    try start()
    try execute("CREATE ROLE guest LOGIN PASSWORD '\(Self.password)'")
  }

  /// Starts it again after ``stop()``, and waits until it lets somebody in.
  public func start() throws {
    let process = Process()
    let command =
      try Self.users(for: folder) + [
        "\(Self.programs)/postgres", "-D", "\(folder)/data", "-k", folder, "-c",
        "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200", "-c", "jit=off",
      ]
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let log = "\(folder)/log"
    if !FileManager.default.fileExists(atPath: log) {
      _ = FileManager.default.createFile(atPath: log, contents: nil)
    }
    let file = FileHandle(forWritingAtPath: log)
    file?.seekToEndOfFile()
    process.standardOutput = file
    process.standardError = file
    try process.run()
    self.process.withLock { $0 = process }
    while !accepts() {
      guard process.isRunning else { throw Failure(words: Self.read(log)) }
      usleep(20_000)
    }
  }

  /// Stops it at once, as if its machine had lost power.
  public func stop() {
    process.withLock { process in
      guard let running = process else { return }
      kill(running.processIdentifier, SIGQUIT)
      running.waitUntilExit()
      process = nil
    }
  }

  /// Stops it for good and removes its folder.
  public func remove() {
    stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Processor time that the server and all its processes have used, in seconds.
  public var processorSeconds: Double {
    guard let first = process.withLock({ $0?.processIdentifier }) else { return 0 }
    let ticks = Self.processes(under: first).reduce(0) { $0 + Self.ticks(of: $1) }
    return Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The URL of a store in a schema of that name, which is made if need be.
  public func makeStore(_ schema: String) throws -> String {
    try execute("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"")
    return url(schema: schema)
  }

  public func url(schema: String = "public", user: String = "rawi") -> String {
    "postgresql://\(user)@/postgres?host=\(folder)&options=-csearch_path%3D%22\(schema)%22"
  }

  /// Runs statements; the columns of the last one's rows, as text.
  @discardableResult
  public func execute(_ script: String) throws -> [[String?]] {
    let connection = PQconnectdb(url())
    defer { PQfinish(connection) }
    let result = PQexec(connection, script)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
      throw Failure(words: String(cString: PQerrorMessage(connection)))
    }
    return (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        PQgetisnull(result, row, column) == 1
          ? nil : String(cString: PQgetvalue(result, row, column))
      }
    }
  }

  private func accepts() -> Bool {
    let connection = PQconnectdb(url())
    defer { PQfinish(connection) }
    return PQstatus(connection) == CONNECTION_OK
  }
}

/// What is to be cleared away when the process ends.
private let remains = Mutex<LocalPostgreSQL?>(nil)

struct Failure: Error, CustomStringConvertible {
  var words: String
  var description: String { words }
}
