import ArticleReading
import Contracts
import Foundation
import Testing

let reader = ArticleReader()

func json(_ text: String) throws -> RawArticle {
  try reader.read(Array(text.utf8), contentType: "application/json")
}

func html(_ text: String) throws -> RawArticle {
  try reader.read(Array(text.utf8), contentType: "text/html; charset=utf-8")
}

func plain(_ bytes: [UInt8], charset: String? = nil) throws -> RawArticle {
  try reader.read(bytes, contentType: charset.map { "text/plain; charset=\($0)" } ?? "text/plain")
}

/// The error of reading `text` as JSON.
func jsonError(_ text: String) throws -> ArticleReadingError {
  try #require(throws: ArticleReadingError.self) { try json(text) }
}

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A folder that is there for the length of a test.
func withFolder<R>(_ body: (URL) throws -> R) throws -> R {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "rawi-reading-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

extension ArticleItem {
  var article: RawArticle? { try? outcome.get() }
  var error: ArticleReadingError? {
    if case .failure(let error) = outcome { error } else { nil }
  }
}
