internal import Contracts

/// What a feed says, element by element.
struct FeedEntries {
  struct Entry {
    /// The text of the entry's elements by their names, the first of each.
    var texts: [String: String] = [:]
    var link: String?
    /// Whether the Atom content is plain text.
    var isPlain = false

    func article(source: String?) -> RawArticle {
      let body = texts["content:encoded"] ?? texts["content"] ?? texts["description"]
      let time = ["pubDate", "published", "dc:date", "updated"].lazy.compactMap { texts[$0] }
        .compactMap { TextCleaning.line($0) }.compactMap(PublicationTime.normalized).first
      return RawArticle(
        source: source, url: link ?? texts["link"],
        title: texts["title"].map(HTMLArticle.text(of:)), body: body ?? texts["summary"] ?? "",
        publishedAt: time, bodyType: isPlain ? .plain : .html)
    }
  }

  private(set) var isFeed = false
  private(set) var title: String?
  private(set) var entries: [Entry] = []

  private var entry: Entry?
  /// The element being read, within an entry or the feed's head, and how deep inside it we are.
  private var element: (name: String, depth: Int, text: [UInt8])?

  init(_ xml: UnsafeBufferPointer<UInt8>) {
    var tokens = MarkupTokens(xml, language: .xml)
    while let token = tokens.next() {
      switch token {
      case .text(let range, let isLiteral):
        let text = UnsafeBufferPointer(rebasing: xml[range])
        if isLiteral {
          element?.text.append(contentsOf: text)
        } else if element != nil {
          CharacterReferences.decode(text, into: &element!.text)
        }
      case .start(let tag): start(tag, tokens)
      case .end(let name): end(name)
      }
    }
  }

  private mutating func start(_ tag: MarkupTokens.Tag, _ tokens: MarkupTokens) {
    if element != nil {
      guard !tag.isSelfClosing else { return }
      // Atom's XHTML content: its paragraphs are lines.
      element!.depth += 1
      element!.text.append(UInt8(ascii: "\n"))
      return
    }
    switch tag.name {
    case "rss", "feed", "rdf:RDF": isFeed = true
    case "item", "entry": entry = Entry()
    case "channel": break
    default:
      if tag.name == "link", let href = tokens.attributes(of: tag)["href"] {
        let rel = tokens.attributes(of: tag)["rel"] ?? "alternate"
        if rel == "alternate", entry?.link == nil { entry?.link = href }
      }
      if tag.name == "content" {
        let type = tokens.attributes(of: tag)["type"]
        entry?.isPlain = type == "xhtml" || type == "text" || type == nil
      }
      if !tag.isSelfClosing, entry != nil || tag.name == "title" {
        element = (tag.name, 0, [])
      }
    }
  }

  private mutating func end(_ name: String) {
    if let open = element, open.depth > 0 {
      element!.depth -= 1
      return
    }
    if let open = element, open.name == name {
      element = nil
      let text = String(decoding: open.text, as: UTF8.self)
      if entry == nil {
        if title == nil { title = text }
      } else if entry!.texts[name] == nil {
        entry!.texts[name] = text
      }
    } else if name == "item" || name == "entry" {
      if let entry { entries.append(entry) }
      entry = nil
      element = nil
    }
  }
}
