internal import CCrypto

/// Adds a digest up part by part, one digest after another in the same memory.
public struct DigestSum: ~Copyable {
  private let context: OpaquePointer

  public init() {
    guard let context = EVP_MD_CTX_new() else { fatalError("OpenSSL is out of memory") }
    self.context = context
    begin()
  }

  deinit { EVP_MD_CTX_free(context) }

  public func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  public func add(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ add($0) }) == nil {
      var text = text
      text.withUTF8 { add($0) }
    }
  }

  /// Tells what was added from what will be.
  public func separate() {
    var mark: UInt8 = 0
    EVP_DigestUpdate(context, &mark, 1)
  }

  /// The digest of what was added since the last one.
  public func finish() -> Digest {
    var value = SIMD4<UInt64>()
    let done = withUnsafeMutableBytes(of: &value) {
      EVP_DigestFinal_ex(context, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
    }
    precondition(done == 1, "OpenSSL has no SHA-256")
    begin()
    return Digest(value: value)
  }

  private func begin() {
    let begun = EVP_DigestInit_ex(context, Self.algorithm, nil)
    precondition(begun == 1, "OpenSSL has no SHA-256")
  }

  // Looked up once: OpenSSL takes a lock for it.
  private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)
}
