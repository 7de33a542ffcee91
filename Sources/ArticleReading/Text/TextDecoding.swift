/// Bytes of any encoding to text.
enum TextDecoding {
  /// Decodes by the byte order mark, else as declared, else by what the bytes look like.
  ///
  /// A declaration that the bytes contradict is passed over: one that does not decode, one of a
  /// single-byte encoding over letters that are UTF-8, and one of a Western encoding, which fits
  /// any bytes and is what servers send by default.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, declared: String?
  ) throws(ArticleReadingError) -> String {
    if let mark = byteOrderMark(bytes) {
      let rest = UnsafeBufferPointer(rebasing: bytes[mark.length...])
      if let text = convert(rest, from: mark.charset) { return text }
    }
    if let declared, !westernDefaults.contains(declared),
      declared.hasPrefix("utf") || !UTF8Bytes.hasLetters(bytes),
      let text = convert(bytes, from: declared)
    {
      return text
    }
    for charset in CharsetDetection.candidates(bytes) {
      if let text = convert(bytes, from: charset) { return text }
    }
    if UTF8Bytes.isDamaged(bytes) { return String(decoding: bytes, as: UTF8.self) }
    if let declared, let text = convert(bytes, from: declared) { return text }
    throw ArticleReadingError(
      .undecodable,
      "the text's encoding cannot be told: name it (content-type: text/plain; charset=…) "
        + "or convert it to UTF-8")
  }

  static func byteOrderMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (charset: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  private static func convert(_ bytes: UnsafeBufferPointer<UInt8>, from charset: String) -> String?
  {
    switch charset {
    case "utf-8", "utf8": UTF8Bytes.isValid(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
    // glibc has no name for what Microsoft calls it.
    case "cp-1256", "x-cp1256", "windows1256", "arabic-windows": Iconv.decode(bytes, from: "CP1256")
    default: Iconv.decode(bytes, from: charset)
    }
  }

  private static let westernDefaults: Set<String> = [
    "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252",
  ]
}
