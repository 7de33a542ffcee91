internal import Foundation
internal import StageRuntime

/// A folder of files that are there only when they are whole.
struct ExportFolder {
  private let folder: URL

  init(_ path: String) throws(StageFailure) {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw StageFailure("the folder \(path) cannot be made: \(error.localizedDescription)")
    }
  }

  func file(_ name: String) throws(StageFailure) -> ExportFile {
    try ExportFile(folder.appending(path: name).path)
  }
}
