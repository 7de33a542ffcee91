/// Numbers as the store keeps them: four bytes each, the lowest first.
enum StoredNumbers {
  static func bytes(of numbers: [UInt32]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4 * numbers.count) { buffer, count in
      for (place, number) in numbers.enumerated() {
        UnsafeMutableRawBufferPointer(buffer).storeBytes(
          of: number.littleEndian, toByteOffset: 4 * place, as: UInt32.self)
      }
      count = 4 * numbers.count
    }
  }

  static func numbers(in bytes: [UInt8]) -> [UInt32] {
    bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }
}
