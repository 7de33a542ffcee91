internal import Glibc

/// glibc's converter.
enum Iconv {
  /// The text, or nil where glibc does not know the encoding or the bytes are not of it.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, from charset: String) -> String? {
    // A name with a slash would ask glibc to leave out or replace what does not fit.
    guard !charset.utf8.contains(UInt8(ascii: "/")), !bytes.isEmpty else {
      return bytes.isEmpty ? "" : nil
    }
    guard let converter = iconv_open("UTF-8", charset), converter != invalid else { return nil }
    defer { iconv_close(converter) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count * 2)
    let done = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { room -> Bool in
      var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
        mutating: bytes.baseAddress!
      ).assumingMemoryBound(to: CChar.self)
      var left = bytes.count
      while left > 0 {
        var output = room.baseAddress
        var free = room.count
        let result = iconv(converter, &input, &left, &output, &free)
        let failure = errno
        utf8.append(
          contentsOf: UnsafeRawBufferPointer(
            rebasing: UnsafeRawBufferPointer(room)[..<(room.count - free)]))
        if result == -1 && failure != E2BIG { return false }
      }
      return true
    }
    return done ? String(decoding: utf8, as: UTF8.self) : nil
  }

  private nonisolated(unsafe) static let invalid = iconv_t(bitPattern: -1)
}
