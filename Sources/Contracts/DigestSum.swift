internal import CCrypto

/// Adds a digest up part by part, one digest after another in the same memory.
public struct DigestSum: ~Copyable {
  /// Small parts wait here, for OpenSSL takes longer to be called than to add a few bytes up.
  private struct Waiting {
    static let most = 2048

    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: most)
    var count = 0
  }

  private let context: OpaquePointer
  private let waiting: UnsafeMutablePointer<Waiting>

  public init() {
    guard let context = EVP_MD_CTX_new() else { fatalError("OpenSSL is out of memory") }
    self.context = context
    waiting = .allocate(capacity: 1)
    waiting.initialize(to: Waiting())
    begin()
  }

  deinit {
    EVP_MD_CTX_free(context)
    waiting.pointee.bytes.deallocate()
    waiting.deallocate()
  }

  public func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    if waiting.pointee.count + bytes.count > Waiting.most { flush() }
    guard bytes.count <= Waiting.most else {
      EVP_DigestUpdate(context, first, bytes.count)
      return
    }
    (waiting.pointee.bytes + waiting.pointee.count).update(from: first, count: bytes.count)
    waiting.pointee.count += bytes.count
  }

  /// Hands over what waits.
  private func flush() {
    guard waiting.pointee.count > 0 else { return }
    EVP_DigestUpdate(context, waiting.pointee.bytes, waiting.pointee.count)
    waiting.pointee.count = 0
  }

  public func add(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ add($0) }) == nil {
      var text = text
      text.withUTF8 { add($0) }
    }
  }

  /// Tells what was added from what will be.
  public func separate() {
    withUnsafePointer(to: 0) { add(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// The digest of what was added since the last one.
  public func finish() -> Digest {
    flush()
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
