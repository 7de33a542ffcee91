internal import Contracts
public import Foundation

/// Where a lexicon's tables come from.
public struct LexiconSource: Sendable {
  var directories: [URL]

  /// The lexicon that comes with the library.
  public static var bundled: LexiconSource {
    LexiconSource(
      directories: [Bundle.module.resourceURL?.appending(path: "Lexicons")]
        .compactMap { $0 })
  }

  /// The same with more directories of tables of the same form behind it.
  public func adding(_ directories: [URL]) -> LexiconSource {
    LexiconSource(directories: self.directories + directories)
  }
}

extension Lexicon {
  init(_ source: LexiconSource) throws(LexiconError) {
    var tables: [Table] = []
    var digests: [UInt8] = []
    for directory in source.directories {
      for file in try Self.files(directory) {
        guard let data = try? Data(contentsOf: file) else {
          throw LexiconError(file: file.path, line: nil, reason: "cannot be read")
        }
        digests += Digest(of: data).bytes
        tables.append(
          Table(file: file.lastPathComponent, text: String(decoding: data, as: UTF8.self)))
      }
    }
    var builder = LexiconBuilder()
    self = try builder.build(tables, version: Digest(of: digests).hex(2))
  }

  private static func files(_ directory: URL) throws(LexiconError) -> [URL] {
    guard
      let files = try? FileManager.default.contentsOfDirectory(
        at: directory, includingPropertiesForKeys: nil)
    else {
      throw LexiconError(file: directory.path, line: nil, reason: "is no folder that can be read")
    }
    return files.filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }
  }
}
