internal import Contracts
internal import Foundation

/// The tables of a source, read as the extractor reads them, with all that is wrong with them.
struct LexiconReading {
  /// Directory by directory; of a directory's lines those that a later one overrides are gone.
  private(set) var directories: [[Table]] = []
  /// For each kind how many lines of the user's there are, and how many earlier ones they override.
  private(set) var counts: [TableKind: (added: Int, overridden: Int)] = [:]
  private(set) var builder = LexiconBuilder()
  /// In the order of directories, files and lines.
  private(set) var problems: [LexiconError] = []
  /// Names of the tables as people find them: Rawi's own without their folder.
  private(set) var labels: [String] = []
  private var digests: [UInt8] = []
  /// The order in which folders and files were come upon.
  private var order: [String: Int] = [:]

  init(_ source: LexiconSource) {
    for directory in source.bundled { readFolder(directory, isOwn: true) }
    for directory in source.added { readFolder(directory, isOwn: false) }
    let all = directories
    override()
    builder.read(directories.flatMap { $0 })
    problems += builder.problems
    for directory in all.indices.dropFirst(source.bundled.count) {
      problems += TwinLines(all[directory], earlier: all[..<directory].joined()).problems
    }
    problems.sort {
      (order[$0.file] ?? 0, $0.line ?? 0) < (order[$1.file] ?? 0, $1.line ?? 0)
    }
  }

  /// First four hexadecimal digits of the digest of all files.
  var version: String { Digest(of: digests).hex(2) }

  /// Reads a directory's tables by their names. Those of Rawi's own that other readers read are of
  /// no kind; in a user's directory that is a slip, as is a directory without any table.
  private mutating func readFolder(_ folder: URL, isOwn: Bool) {
    directories.append([])
    order[folder.relativePath] = order.count
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return refuse(folder, "is no folder that can be read")
    }
    let names = all.filter { $0.hasSuffix(".tsv") }.sorted()
    if names.isEmpty { refuse(folder, "has no tables: their names end in .tsv") }
    for name in names { readFile(folder.appending(path: name), isOwn: isOwn) }
  }

  private mutating func readFile(_ file: URL, isOwn: Bool) {
    order[file.relativePath] = order.count
    guard let data = try? Data(contentsOf: file) else { return refuse(file, "cannot be read") }
    let bytes = Array(data)
    digests += Digest(of: bytes).bytes
    guard let kind = TableKind(file: file.lastPathComponent) else {
      if !isOwn {
        refuse(
          file,
          "is no kind of table; begin its name with one of "
            + TableKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return
    }
    let label = isOwn ? file.lastPathComponent : file.relativePath
    let table = Table(
      file: file.relativePath, label: label, kind: kind, number: labels.count, bytes: bytes)
    labels.append(label)
    problems += table.problems
    directories[directories.count - 1].append(table)
  }

  private mutating func refuse(_ url: URL, _ reason: String) {
    problems.append(LexiconError(file: url.relativePath, line: nil, reason: reason))
  }

  /// Drops the lines that a later directory overrides.
  private mutating func override() {
    var keys: [TableKind: Set<[UInt8]>] = [:]
    for directory in directories.indices.dropFirst().reversed() {
      for table in directories[directory] {
        counts[table.kind, default: (0, 0)].added += table.rows.count
        for row in table.rows {
          keys[table.kind, default: []].insert(row.key(table.kind.keyColumns))
        }
      }
      for table in directories[directory - 1].indices {
        let kind = directories[directory - 1][table].kind
        guard let overriding = keys[kind] else { continue }
        let before = directories[directory - 1][table].rows.count
        directories[directory - 1][table].drop(overriding)
        counts[kind, default: (0, 0)].overridden +=
          before - directories[directory - 1][table].rows.count
      }
    }
  }
}

extension Lexicon {
  convenience init(_ source: LexiconSource) throws(LexiconError) {
    let reading = LexiconReading(source)
    if let problem = reading.problems.first { throw problem }
    self.init(reading.builder, tables: reading.labels, version: reading.version)
  }
}
