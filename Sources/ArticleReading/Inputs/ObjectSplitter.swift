/// Cuts a stream of JSON into its outermost objects: one object, many one after the other, or an
/// array of them, on however many lines.
struct ObjectSplitter {
  private let stream: ByteStream
  private let limit: Int
  private var line = 1

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  mutating func next() throws(ArticleReadingError) -> InputPiece? {
    while true {
      while stream.start < stream.window.count {
        let byte = stream.window[stream.start]
        switch byte {
        case UInt8(ascii: "\n"): line += 1
        case 0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF: break
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"): break
        case UInt8(ascii: "{"): return try object()
        default:
          let found = line
          try passStray()
          return .malformed("an article is a JSON object, and this is none", line: found)
        }
        stream.start += 1
      }
      guard try stream.extend() else { return nil }
    }
  }

  /// Passes what is no object, up to the next line or brace.
  private mutating func passStray() throws(ArticleReadingError) {
    repeat {
      while stream.start < stream.window.count {
        let byte = stream.window[stream.start]
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "{") { return }
        stream.start += 1
      }
    } while try stream.extend()
  }

  private mutating func object() throws(ArticleReadingError) -> InputPiece {
    let first = line
    var length = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    var isTooLarge = false
    while true {
      while stream.start + length < stream.window.count {
        let byte = stream.window[stream.start + length]
        length += 1
        if byte == UInt8(ascii: "\n") {
          line += 1
          if isInString {
            // Strings may not hold line ends, so the quotes are out of step: begin afresh here.
            stream.start += length
            return .malformed("a string does not end on its line", line: first)
          }
        }
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
        if depth == 0 {
          let range = stream.start..<stream.start + length
          stream.start += length
          return isTooLarge || length > limit
            ? .tooLarge(line: first) : .bytes(range, line: first)
        }
      }
      if length > limit {
        isTooLarge = true
        stream.discardWindow()
        length = 0
      }
      guard try stream.extend() else {
        stream.discardWindow()
        return .malformed("the object that begins here does not end", line: first)
      }
    }
  }
}
