internal import CCrypto

/// SHA-256, by OpenSSL.
public struct Digest: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  public init(of data: some Sequence<UInt8>) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    let data = Array(data)
    var length: UInt32 = 0
    let done = EVP_Digest(data, data.count, &digest, &length, EVP_sha256(), nil)
    precondition(done == 1, "OpenSSL has no SHA-256")
    bytes = Array(digest.prefix(Int(length)))
  }

  /// The digest of several texts, each told apart from the next.
  public init(of parts: String...) {
    self.init(of: parts.map { Array($0.utf8) }.joined(separator: [0]))
  }

  /// Lowercase hexadecimal of the first `count` bytes.
  public func hex(_ count: Int = 32) -> String {
    var text: [UInt8] = []
    for byte in bytes.prefix(count) {
      for nibble in [byte >> 4, byte & 15] {
        text.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
