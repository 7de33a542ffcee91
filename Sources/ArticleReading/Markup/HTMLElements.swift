/// What the names of HTML elements mean for reading an article.
enum HTMLElements {
  /// Nothing in them is the article's text.
  static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "svg", "math", "iframe", "object", "textarea", "audio", "video", "canvas", "dialog", "menu",
    "noframes", "noembed", "xmp",
  ]

  /// They have no closing tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Their closing tag is often left out, so none is waited for.
  static let loose: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "body",
    "head",
  ]

  /// A new line begins before and after them.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// Where running text stands on a well-made page.
  static let prose: Set<String> = [
    "p", "blockquote", "li", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption", "dd",
  ]

  /// Words in a `class` by which content systems mark the article's text.
  static let bodyClasses: [String] = [
    "article-body", "article__body", "article-content", "article__content", "article-text",
    "articlebody", "entry-content", "post-content", "post-body", "story-body", "storybody",
    "news-body", "news-content", "wysiwyg",
  ]
}
