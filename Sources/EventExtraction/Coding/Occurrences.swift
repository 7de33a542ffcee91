/// Counts how often each key was met.
///
/// Open addressing over a power of two, at most half full.
struct Occurrences {
  private var keys: [UInt64]
  private var counts: [Int]

  /// - Parameter capacity: the most keys there will be.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
  }

  /// How often a key was met before, which it now is once more.
  mutating func count(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key >> 32) & mask
    while counts[at] > 0, keys[at] != key { at = (at + 1) & mask }
    defer { counts[at] += 1 }
    keys[at] = key
    return counts[at]
  }

  /// Goes on hashing with more bytes, eight at a time: sixty-four bits of a good mix, so that among
  /// the few thousand sentences of an article two never meet.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, from start: UInt64) -> UInt64 {
    var hash = mix(start ^ UInt64(bytes.count))
    var at = 0
    while at + 8 <= bytes.count {
      hash = mix(hash ^ UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[at...] { rest = rest << 8 | UInt64(byte) }
    return mix(hash ^ rest)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
