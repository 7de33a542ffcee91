/// The least that any reader of the text does: a plain loop over its bytes that splits words at
/// white space and hashes each (FNV-1a).
enum Yardstick {
  /// One pass is too short to be measured beside other work.
  static let repetitions = 16

  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  static func run(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0
    var hash = basis
    for byte in bytes {
      if byte <= 0x20 {
        sum &+= hash
        hash = basis
      } else {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return sum &+ hash
  }

  /// FNV-1a of all bytes, going on from an earlier hash.
  static func hash(_ bytes: [UInt8], from start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
