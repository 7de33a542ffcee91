internal import Contracts
public import Foundation

/// Where a lexicon's tables come from.
public struct LexiconSource: Sendable {
  private var bundled: [URL]
  private var added: [URL] = []

  /// - Parameters:
  ///   - bundled: directories whose other files are passed over.
  ///   - added: directories where only lexicon tables may stand.
  init(bundled: [URL], added: [URL] = []) {
    self.bundled = bundled
    self.added = added
  }

  /// The lexicon that comes with the library.
  public static var bundled: LexiconSource {
    LexiconSource(
      bundled: [Bundle.module.resourceURL?.appending(path: "Lexicons")].compactMap { $0 })
  }

  /// The same with more directories of tables of the same form behind it.
  ///
  /// Each `.tsv` file of a directory adds its lines to those of its kind, which its name tells:
  /// `verbs.tsv` and `verbs-sports.tsv` hold verbs. The words of times and numbers come from Rawi
  /// alone.
  ///
  /// A line overrides every line of the same kind and the same key that stands in an earlier
  /// directory; lines of one directory never override each other, so that homographs can stand side
  /// by side. To keep one of several homographs, repeat it. The key is the first field as it is
  /// written, letter for letter, but for tables whose first field only says to what a line adds
  /// something:
  /// - `classes`: class and member, so that a line adds its member to the class;
  /// - `frames`: lemma and conditions, so that the lemma keeps its other frames;
  /// - `light-verbs`: lemma, preposition and where the noun stands;
  /// - `countries`: code and name, so that a line adds a name to the country.
  public func adding(_ directories: [URL]) -> LexiconSource {
    var source = self
    source.added += directories
    return source
  }

  /// The files, directory by directory, each directory's by name. Those of Rawi's own that other
  /// readers read are of no kind.
  func files() throws(LexiconError) -> [[(file: URL, kind: TableKind?)]] {
    var files: [[(file: URL, kind: TableKind?)]] = []
    for directory in bundled { files.append(try Self.tables(directory)) }
    for directory in added {
      let tables = try Self.tables(directory)
      for (file, kind) in tables where kind == nil {
        throw LexiconError(
          file: file.path, line: nil,
          reason: "is no kind of table; begin its name with one of "
            + TableKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      files.append(tables)
    }
    return files
  }

  private static func tables(
    _ directory: URL
  ) throws(LexiconError) -> [(file: URL, kind: TableKind?)] {
    guard
      let files = try? FileManager.default.contentsOfDirectory(
        at: directory, includingPropertiesForKeys: nil)
    else {
      throw LexiconError(file: directory.path, line: nil, reason: "is no folder that can be read")
    }
    return files.filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }
      .map { ($0, TableKind(file: $0.lastPathComponent)) }
  }
}

extension Lexicon {
  convenience init(_ source: LexiconSource) throws(LexiconError) {
    var directories: [[Table]] = []
    var digests: [UInt8] = []
    for files in try source.files() {
      var tables: [Table] = []
      for (file, kind) in files {
        guard let data = try? Data(contentsOf: file) else {
          throw LexiconError(file: file.path, line: nil, reason: "cannot be read")
        }
        let bytes = Array(data)
        digests += Digest(of: bytes).bytes
        if let kind { tables.append(try Table(file: file.path, kind: kind, bytes: bytes)) }
      }
      directories.append(tables)
    }
    Self.override(&directories)
    var builder = LexiconBuilder()
    try builder.read(directories.flatMap { $0 })
    self.init(builder, version: Digest(of: digests).hex(2))
  }

  /// Drops the lines that a later directory overrides.
  private static func override(_ directories: inout [[Table]]) {
    var keys: [TableKind: Set<[UInt8]>] = [:]
    for directory in directories.indices.dropFirst().reversed() {
      for table in directories[directory] {
        for row in table.rows {
          keys[table.kind, default: []].insert(row.key(table.kind.keyColumns))
        }
      }
      for table in directories[directory - 1].indices {
        guard let overriding = keys[directories[directory - 1][table].kind] else { continue }
        directories[directory - 1][table].drop(overriding)
      }
    }
  }
}
