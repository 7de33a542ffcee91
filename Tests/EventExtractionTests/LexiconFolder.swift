import Foundation

@testable import EventExtraction

/// A folder of lexicon tables that lives as long as the test holds it.
final class LexiconFolder {
  let url: URL

  /// - Parameter files: file names with their lines, fields parted by `|`.
  init(_ files: [String: [String]]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, lines) in files {
      let text = lines.joined(separator: "\n").replacing("|", with: "\t") + "\n"
      try Data(text.utf8).write(to: url.appending(path: name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The lexicon of this folder with others behind it.
  func lexicon(adding others: LexiconFolder...) throws -> Lexicon {
    try Lexicon(LexiconSource(bundled: [url]).adding(others.map(\.url)))
  }
}
