internal import Foundation
internal import Glibc
internal import Kafka
internal import StageRuntime

/// A folder of letters, one file each, for their owner's eyes alone.
struct LetterFiles {
  private let folder: URL

  init(_ path: String) throws(StageFailure) {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StageFailure("the folder \(path) cannot be made: \(error.localizedDescription)")
    }
  }

  func write(_ letter: StoredLetter) throws(StageFailure) {
    let name = "\(letter.record.partition)-\(letter.record.offset).json"
    let path = folder.appending(path: name).path
    // Never through somebody else's link, and never over a file of another export.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw StageFailure(
        "\(path) cannot be made: \(String(cString: strerror(errno))); give an empty folder")
    }
    do {
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
      try handle.write(contentsOf: Data(letter.export + [UInt8(ascii: "\n")]))
      try handle.close()
    } catch {
      throw StageFailure("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
