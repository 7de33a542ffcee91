/// A page's lines of text, each with where it stood, and what the page says of itself.
struct HTMLPage {
  /// A stretch of text without a line break.
  struct Line {
    var text: String
    /// The element it stood in.
    var element: String
    /// Bytes of the text inside links.
    var linked: Int
    var isHeader: Bool
    /// Numbers of the innermost enclosing elements of each kind, counted from the page's start.
    var articleBody: Int?
    var article: Int?
    var main: Int?
  }

  private struct Open {
    var name: String
    var isDropped = false
    var isLink = false
    var isHeader = false
    var articleBody: Int?
    var article: Int?
    var main: Int?
  }

  /// Elements nested deeper are read as if they were not there.
  private static let deepest = 512

  private(set) var lines: [Line] = []
  private(set) var title: String?
  /// Of `<meta>`: `property`, `name` or `itemprop`, in lower case, to `content`; the first counts.
  private(set) var meta: [String: String] = [:]
  private(set) var canonical: String?
  private(set) var language: String?
  /// `datetime` of the first `<time>`, and of the first in the article.
  private(set) var time: String?
  private(set) var articleTime: String?

  private var stack: [Open] = []
  private var dropped = 0
  private var containers = 0
  private var element = "body"
  private var text: [UInt8] = []
  private var linked = 0
  private var isInTitle = false

  init(_ html: UnsafeBufferPointer<UInt8>) {
    var tokens = MarkupTokens(html, language: .html)
    while let token = tokens.next() {
      switch token {
      case .text(let range, let isLiteral):
        append(UnsafeBufferPointer(rebasing: html[range]), isLiteral: isLiteral)
      case .start(let tag): start(tag, tokens)
      case .end(let name): end(name)
      }
    }
    flush()
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isLiteral: Bool) {
    guard dropped == 0 else { return }
    let before = text.count
    if isLiteral {
      text.append(contentsOf: bytes)
    } else {
      CharacterReferences.decode(bytes, into: &text)
    }
    if stack.last?.isLink == true { linked += text.count - before }
  }

  private mutating func start(_ tag: MarkupTokens.Tag, _ tokens: MarkupTokens) {
    let name = tag.name
    readFacts(tag, tokens)
    if HTMLElements.blocks.contains(name) {
      flush()
      // A title that is not closed ends where the page goes on.
      isInTitle = false
      if name != "br" { element = name }
    }
    if name == "title" { isInTitle = dropped == 0 }
    guard !HTMLElements.void.contains(name), !HTMLElements.loose.contains(name),
      stack.count < Self.deepest, !(tag.isSelfClosing && HTMLElements.dropped.contains(name))
    else { return }
    push(tag, tokens)
  }

  private mutating func push(_ tag: MarkupTokens.Tag, _ tokens: MarkupTokens) {
    var open = stack.last ?? Open(name: tag.name)
    open.name = tag.name
    open.isDropped = HTMLElements.dropped.contains(tag.name)
    if tag.name == "a" { open.isLink = true }
    if tag.name == "header" { open.isHeader = true }
    containers += 1
    if tag.name == "article" { open.article = containers }
    if tag.name == "main" { open.main = containers }
    if !tag.attributes.isEmpty, !open.isDropped {
      let attributes = tokens.attributes(of: tag)
      if attributes["hidden"] != nil { open.isDropped = true }
      let classes = attributes["class"]?.lowercased() ?? ""
      if attributes["itemprop"]?.lowercased() == "articlebody"
        || HTMLElements.bodyClasses.contains(where: classes.contains)
      {
        // The outermost counts: content systems nest one in the other.
        open.articleBody = open.articleBody ?? containers
      }
    }
    if open.isDropped { dropped += 1 }
    stack.append(open)
  }

  private mutating func end(_ name: String) {
    if HTMLElements.blocks.contains(name) {
      flush()
      element = "div"
    }
    if name == "title" { isInTitle = false }
    guard let at = stack.lastIndex(where: { $0.name == name }) else { return }
    for open in stack[at...] where open.isDropped { dropped -= 1 }
    stack.removeSubrange(at...)
  }

  private mutating func readFacts(_ tag: MarkupTokens.Tag, _ tokens: MarkupTokens) {
    switch tag.name {
    case "meta":
      let attributes = tokens.attributes(of: tag)
      let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
      if let name = name?.lowercased(), let content = attributes["content"], meta[name] == nil {
        meta[name] = content
      }
    case "link" where canonical == nil:
      let attributes = tokens.attributes(of: tag)
      if attributes["rel"]?.lowercased() == "canonical" { canonical = attributes["href"] }
    case "html" where language == nil: language = tokens.attributes(of: tag)["lang"]
    case "time" where articleTime == nil:
      guard let value = tokens.attributes(of: tag)["datetime"] else { return }
      if time == nil { time = value }
      if stack.last?.article != nil { articleTime = value }
    default: return
    }
  }

  /// Ends the line: white space inside it becomes single spaces, as a browser shows it.
  private mutating func flush() {
    defer {
      text.removeAll(keepingCapacity: true)
      linked = 0
    }
    guard !text.isEmpty else { return }
    let words = String(decoding: text, as: UTF8.self).unicodeScalars.split {
      $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\u{C}" || $0 == "\u{A0}"
    }
    guard !words.isEmpty else { return }
    let line = words.map(String.init).joined(separator: " ")
    if isInTitle {
      if title == nil { title = line }
      return
    }
    let open = stack.last
    lines.append(
      Line(
        text: line, element: element, linked: linked, isHeader: open?.isHeader ?? false,
        articleBody: open?.articleBody, article: open?.article, main: open?.main))
  }
}
