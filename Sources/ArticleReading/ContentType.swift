/// A media type and its `charset` parameter, both in lower case.
struct ContentType {
  static let json = "application/json"
  static let plain = "text/plain"
  static let html = "text/html"
  static let xhtml = "application/xhtml+xml"

  let media: String
  let charset: String?

  init(_ header: String) {
    // What nearly every record says.
    if header == Self.json {
      (media, charset) = (Self.json, nil)
      return
    }
    let parts = header.lowercased().split(separator: ";", omittingEmptySubsequences: false)
    let media = parts.first.map(Self.trim) ?? ""
    self.media = media.isEmpty ? Self.json : media
    charset =
      parts.dropFirst().lazy.map(Self.trim)
      .first { $0.hasPrefix("charset=") }
      .map { Self.trim($0.dropFirst("charset=".count)) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func trim(_ text: some StringProtocol) -> String {
    let kept = { (c: Character) in !c.isWhitespace && c != "\"" && c != "'" }
    guard let first = text.firstIndex(where: kept), let last = text.lastIndex(where: kept) else {
      return ""
    }
    return String(text[first...last])
  }
}
