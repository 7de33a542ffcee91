internal import Contracts

/// The article on a page: which of its lines are the article's, and what it is called.
struct HTMLArticle {
  let article: RawArticle

  init(_ html: String) {
    var html = html
    let page = html.withUTF8 { HTMLPage($0) }
    let title = Self.title(page)
    let body = Self.body(page).filter { $0.text != title && $0.element != "h1" }
    article = RawArticle(
      source: page.meta["og:site_name"], url: page.canonical ?? page.meta["og:url"], title: title,
      body: body.map(\.text).joined(separator: "\n"), publishedAt: Self.published(page),
      language: page.language)
  }

  /// The text of a fragment such as a feed's or a content system's.
  static func text(of fragment: String) -> String {
    var fragment = fragment
    let page = fragment.withUTF8 { HTMLPage($0) }
    return body(page).map(\.text).joined(separator: "\n")
  }

  /// The share picture's title is the cleanest; `<title>` often ends with the site's name.
  private static func title(_ page: HTMLPage) -> String? {
    if let title = TextCleaning.line(page.meta["og:title"] ?? page.meta["twitter:title"]) {
      return title
    }
    let heading = page.lines.first { $0.element == "h1" && $0.text.utf8.count > 8 }?.text
    guard let title = page.title else { return heading }
    if let heading, title.contains(heading) || !title.hasPrefix(heading.prefix(8)) {
      return heading
    }
    guard let site = page.meta["og:site_name"], title.hasSuffix(site) else { return title }
    let cut = title.dropLast(site.count).reversed().drop { " -–—|:»«•".contains($0) }
    return cut.isEmpty ? title : String(cut.reversed())
  }

  private static func published(_ page: HTMLPage) -> String? {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "pubdate",
      "publishdate", "publish-date", "date", "dc.date", "dc.date.issued", "parsely-pub-date",
    ]
    let times = names.map { page.meta[$0] } + [page.articleTime, page.time]
    return times.lazy.compactMap { TextCleaning.line($0) }
      .compactMap(PublicationTime.normalized).first
  }

  /// The lines of the container that is most surely the article's, without lists of links.
  private static func body(_ page: HTMLPage) -> [HTMLPage.Line] {
    let lines = page.lines.filter { !$0.isHeader && $0.linked * 2 <= $0.text.utf8.count }
    for container in [\HTMLPage.Line.articleBody, \.article, \.main] {
      if let chosen = largest(lines, container) { return chosen }
    }
    let prose = lines.filter { HTMLElements.prose.contains($0.element) }
    let chosen = size(prose) * 2 >= size(lines) ? prose : lines
    return chosen.isEmpty ? page.lines : chosen
  }

  /// The largest of the containers of this kind, unless it holds next to nothing.
  private static func largest(
    _ lines: [HTMLPage.Line], _ container: KeyPath<HTMLPage.Line, Int?>
  ) -> [HTMLPage.Line]? {
    var sizes: [Int: Int] = [:]
    for line in lines {
      if let id = line[keyPath: container] { sizes[id, default: 0] += line.text.utf8.count }
    }
    // The first of equals, so that the same page always gives the same article.
    guard let best = sizes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= 120 || best.value * 2 >= size(lines)
    else { return nil }
    return lines.filter { $0[keyPath: container] == best.key }
  }

  private static func size(_ lines: [HTMLPage.Line]) -> Int {
    lines.reduce(0) { $0 + $1.text.utf8.count }
  }
}
