internal import Glibc

/// Cuts a stream into lines; blank ones are passed over, those beyond the limit are not kept.
struct LineSplitter {
  private let stream: ByteStream
  private let limit: Int
  private var line = 0

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  mutating func next() throws(ArticleReadingError) -> InputPiece? {
    while let piece = try nextLine() {
      guard case .bytes(let range, _) = piece, isBlank(range) else { return piece }
    }
    return nil
  }

  private mutating func nextLine() throws(ArticleReadingError) -> InputPiece? {
    var searched = 0
    var isTooLarge = false
    line += 1
    while true {
      let start = stream.start
      if let length = newline(from: start + searched) {
        stream.start = start + searched + length + 1
        return isTooLarge || searched + length > limit
          ? .tooLarge(line: line) : .bytes(start..<start + searched + length, line: line)
      }
      searched = stream.pending
      if searched > limit {
        isTooLarge = true
        stream.discardWindow()
        searched = 0
      }
      guard try stream.extend() else { break }
    }
    let rest = stream.start..<stream.window.count
    stream.discardWindow()
    if isTooLarge { return .tooLarge(line: line) }
    guard !rest.isEmpty else { return nil }
    return .bytes(rest, line: line)
  }

  private func newline(from start: Int) -> Int? {
    stream.window.withUnsafeBytes { bytes in
      guard start < bytes.count else { return nil }
      let base = bytes.baseAddress! + start
      return memchr(base, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    stream.window[range].allSatisfy { $0 <= 0x20 }
  }
}
