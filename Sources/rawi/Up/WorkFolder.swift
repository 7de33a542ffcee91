internal import Foundation
internal import StageRuntime

/// Where broker, store and logs stand.
struct WorkFolder {
  let path: String
  private let isTemporary: Bool

  /// - Parameter path: of a folder that is kept; nil for a new one that goes at the end.
  init(_ path: String?) throws {
    isTemporary = path == nil
    let url =
      path.map { URL(filePath: $0) }
      ?? FileManager.default.temporaryDirectory.appending(path: "rawi-\(UUID().uuidString)")
    self.path = url.path
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StageFailure("the folder \(url.path) cannot be made: \(error.localizedDescription)")
    }
  }

  func remove() {
    if isTemporary { try? FileManager.default.removeItem(atPath: path) }
  }

  func tellWhatIsLeft() { Terminal.note("rawi: logs and data are left in \(path)") }
}
