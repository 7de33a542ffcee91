/// What a splitter finds next in a stream.
enum InputPiece {
  /// Bytes of the stream's window, valid until the next piece is asked for.
  case bytes(Range<Int>, line: Int)
  case tooLarge(line: Int)
  case malformed(String, line: Int)

  var line: Int {
    switch self {
    case .bytes(_, let line), .tooLarge(let line), .malformed(_, let line): line
    }
  }
}
