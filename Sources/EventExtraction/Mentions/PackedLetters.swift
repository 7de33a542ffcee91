/// A word's folded letters in two numbers: up to sixteen of them whole, of a longer word a mix.
struct PackedLetters: Equatable, Sendable {
  private(set) var first: UInt64
  private(set) var last: UInt64
  let count: Int

  /// Whether equal ones are equal words.
  var isWhole: Bool { count <= 16 }

  /// The two numbers overlap where there are not letters for both.
  @inline(__always)
  init(_ letters: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(letters)
    count = bytes.count
    func eight(_ at: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
    func four(_ at: Int) -> UInt64 {
      UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    switch count {
    case 8...:
      first = eight(0)
      last = eight(count - 8)
      if count > 16 { addMiddle(bytes) }
    case 4..<8:
      first = four(0)
      last = four(count - 4)
    case 1..<4:
      first = UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1])
      last = 0
    default:
      first = 0
      last = 0
    }
  }

  private mutating func addMiddle(_ bytes: UnsafeRawBufferPointer) {
    for at in stride(from: 8, to: count - 8, by: 8) {
      let step = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let product = (first ^ step).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      first = product.high ^ product.low
    }
  }
}
