/// The encoding that a page names in its own head.
enum HTMLCharset {
  /// Looks at the first kilobytes only, as browsers do, since the declaration has to stand there.
  static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var tokens = MarkupTokens(
      UnsafeBufferPointer(rebasing: bytes.prefix(8192)), language: .html)
    while let token = tokens.next() {
      guard case .start(let tag) = token, tag.name == "meta" else { continue }
      let attributes = tokens.attributes(of: tag)
      if let charset = attributes["charset"] { return charset.lowercased() }
      if attributes["http-equiv"]?.lowercased() == "content-type",
        let charset = ContentType(attributes["content"] ?? "").charset
      {
        return charset
      }
    }
    return nil
  }
}
