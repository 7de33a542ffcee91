/// The least that any reader of the text does: a plain loop over its bytes that splits words at
/// white space and hashes each (FNV-1a).
enum Yardstick {
  /// One pass is too short to be measured beside other work.
  private static let repetitions = 16

  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Processor seconds of one pass.
  static func seconds(over texts: [[UInt8]]) -> Double {
    var clock = Clock()
    var sum: UInt64 = 0
    for _ in 0..<repetitions {
      for text in texts { sum &+= run(text) }
    }
    let cost = clock.lap()
    // What is computed is used, so that no work is left out.
    precondition(sum != 0, "no text")
    return cost.seconds / Double(repetitions)
  }

  private static func run(_ bytes: [UInt8]) -> UInt64 {
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
