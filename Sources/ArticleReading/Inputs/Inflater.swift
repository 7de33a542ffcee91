internal import CZlib

/// Unpacks gzip data, of one member or of many one after the other, as it comes in.
final class Inflater {
  // zlib keeps the stream's address, so it may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInMember = true

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let gzip = MAX_WBITS + 16
    let status = inflateInit2_(
      stream, gzip, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib is out of memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Whether the data may end here.
  var isAtMemberEnd: Bool { !isInMember }

  /// Unpacks from `input`, which it moves past what was used, into `room`.
  ///
  /// - Returns: how many bytes of `room` were filled; 0 where more input is needed.
  func inflate(
    _ input: inout UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
  ) throws(ArticleReadingError) -> Int {
    stream.pointee.next_out = room.baseAddress
    stream.pointee.avail_out = UInt32(room.count)
    while !input.isEmpty, stream.pointee.avail_out > 0 {
      if !isInMember {
        // Tape drives and some servers pad the end with zeros.
        if input[0] == 0 {
          input = UnsafeBufferPointer(rebasing: input.dropFirst())
          continue
        }
        inflateReset(stream)
        isInMember = true
      }
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      input = UnsafeBufferPointer(rebasing: input.suffix(Int(stream.pointee.avail_in)))
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isInMember = false
      default:
        let detail = stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)"
        throw ArticleReadingError(
          .damagedCompression, "the gzip data is damaged: \(detail); fetch the file again")
      }
    }
    return room.count - Int(stream.pointee.avail_out)
  }
}
