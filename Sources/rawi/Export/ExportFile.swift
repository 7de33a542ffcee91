internal import Glibc
internal import StageRuntime

/// A file under another name until it is whole.
final class ExportFile {
  private let path: String
  private var partial: String { path + ".partial" }
  private let file: UnsafeMutablePointer<FILE>
  private var isOpen = true

  init(_ path: String) throws(StageFailure) {
    self.path = path
    let partial = path + ".partial"
    // What a killed export left goes; a link that somebody put there is not followed.
    unlink(partial)
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0, let file = fdopen(descriptor, "w") else {
      throw Self.failure(path, errno)
    }
    self.file = file
  }

  deinit {
    guard isOpen else { return }
    fclose(file)
    unlink(partial)
  }

  func write(_ bytes: [UInt8]) throws(StageFailure) {
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw Self.failure(path, errno)
    }
  }

  /// Gives the file its name, on the disk first and then for others.
  func finish() throws(StageFailure) {
    guard fflush(file) == 0, fsync(fileno(file)) == 0 else { throw Self.failure(path, errno) }
    isOpen = false
    guard fclose(file) == 0, rename(partial, path) == 0 else {
      let reason = errno
      unlink(partial)
      throw Self.failure(path, reason)
    }
  }

  private static func failure(_ path: String, _ reason: Int32) -> StageFailure {
    StageFailure("\(path) cannot be written: \(String(cString: strerror(reason)))")
  }
}
