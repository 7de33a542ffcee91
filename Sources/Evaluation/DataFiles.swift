package import Foundation

/// The files that a path of the user's stands for.
package enum DataFiles {
  /// A file's bytes.
  package static func read(_ file: URL) throws(GoldError) -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw GoldError(file.path, "cannot be read: \(error.localizedDescription)")
    }
  }

  /// - Returns: the file, or a folder's files of one kind in the order of their names.
  /// - Throws: ``GoldError`` where there is nothing.
  package static func of(_ path: URL, extension kind: String) throws -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) else {
      throw GoldError(path.path, "there is no such file or folder")
    }
    guard isFolder.boolValue else { return [path] }
    let files = try FileManager.default.contentsOfDirectory(
      at: path, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == kind }
    guard !files.isEmpty else { throw GoldError(path.path, "has no .\(kind) file in it") }
    return files.sorted { $0.path < $1.path }
  }
}
