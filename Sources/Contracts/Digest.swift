/// SHA-256, by OpenSSL.
public struct Digest: Sendable, Hashable {
  private let value: SIMD4<UInt64>

  /// - Parameter value: the 32 bytes as they stand in memory.
  init(value: SIMD4<UInt64>) { self.value = value }

  public init(of data: some Sequence<UInt8>) {
    let sum = DigestSum()
    if data.withContiguousStorageIfAvailable({ sum.add($0) }) == nil {
      Array(data).withUnsafeBufferPointer { sum.add($0) }
    }
    self = sum.finish()
  }

  /// The digest of several texts, each told apart from the next.
  public init(of parts: String...) {
    let sum = DigestSum()
    for (index, part) in parts.enumerated() {
      if index > 0 { sum.separate() }
      sum.add(part)
    }
    self = sum.finish()
  }

  /// 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes(of: value) { Array($0) } }

  /// Lowercase hexadecimal of the first `count` bytes.
  public func hex(_ count: Int = 32) -> String {
    withUnsafeBytes(of: value) {
      Hexadecimal.text(UnsafeRawBufferPointer(rebasing: $0.prefix(count)))
    }
  }
}
