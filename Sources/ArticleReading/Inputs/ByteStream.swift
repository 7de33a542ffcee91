internal import Glibc

/// The bytes of a file or of standard input, unpacked where they are gzip, in a window that is
/// moved over them: memory does not grow with the file.
final class ByteStream {
  private static let chunk = 1 << 18

  /// The window; what stands before `start` is used up.
  private(set) var window: [UInt8] = []
  var start = 0
  /// Bytes read from the file so far, as they stand there.
  private(set) var bytesRead = 0

  private let descriptor: Int32
  private var inflater: Inflater?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var isAtEnd = false

  /// Opens the file, or standard input for nil.
  init(path: String?) throws(ArticleReadingError) {
    if let path {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.unreadable() }
      posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    } else {
      descriptor = STDIN_FILENO
    }
    var first: [UInt8] = []
    while first.count < 2, try read(into: &first) > 0 {}
    if first.starts(with: [0x1F, 0x8B]) {
      inflater = Inflater()
      packed = first
    } else {
      window = first
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Bytes of the window that are not used up.
  var pending: Int { window.count - start }

  /// Makes the window longer by what comes next; false where nothing does.
  func extend() throws(ArticleReadingError) -> Bool {
    if start > 0 {
      window.removeSubrange(..<start)
      start = 0
    }
    guard let inflater else { return try read(into: &window) > 0 }
    while true {
      if packedStart == packed.count {
        packed.removeAll(keepingCapacity: true)
        packedStart = 0
        if try read(into: &packed) == 0 {
          guard inflater.isAtMemberEnd else {
            throw ArticleReadingError(
              .damagedCompression, "the gzip data ends early; fetch the file again")
          }
          return false
        }
      }
      if try unpack(inflater) { return true }
    }
  }

  /// Drops everything in the window.
  func discardWindow() { start = window.count }

  private func unpack(_ inflater: Inflater) throws(ArticleReadingError) -> Bool {
    var input = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var failure: ArticleReadingError?
    let before = window.count
    let used = packed.withUnsafeBufferPointer { packed in
      input = UnsafeBufferPointer(rebasing: packed[packedStart...])
      let unpacked = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
        count = 0
        do throws(ArticleReadingError) {
          count = try inflater.inflate(&input, into: room)
        } catch {
          failure = error
        }
      }
      window.append(contentsOf: unpacked)
      return packed.count - input.count
    }
    packedStart = used
    if let failure { throw failure }
    return window.count > before
  }

  private func read(into buffer: inout [UInt8]) throws(ArticleReadingError) -> Int {
    guard !isAtEnd else { return 0 }
    var result = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
      repeat {
        result = Glibc.read(descriptor, room.baseAddress, room.count)
      } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    guard result >= 0 else { throw Self.unreadable() }
    if result == 0 { isAtEnd = true }
    bytesRead += result
    buffer.append(contentsOf: chunk)
    return result
  }

  static func unreadable() -> ArticleReadingError {
    ArticleReadingError(.unreadable, "cannot be read: \(String(cString: strerror(errno)))")
  }
}
