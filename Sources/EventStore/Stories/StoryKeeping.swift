/// Keeps articles linked that are alike, and their stories with them.
///
/// Two articles are linked where their texts are alike and they were published within the window.
/// Articles that hang together by links are a cluster; a cluster, cut where it grows too long, is
/// a story. All of this follows from the articles that there are, so neither the order in which
/// they came nor what came and went meanwhile makes a difference.
struct StoryKeeping {
  /// Articles of one story, the first first.
  struct Piece {
    var articles: [Int64]
    var story: String
  }

  /// How many windows a story lasts at most.
  private static let longest: Int64 = 10

  private let keys: SketchKeys
  /// Clusters whose stories are asked for though nothing changed.
  private var lookedAt: Set<Int64> = []
  /// Articles whose keys are to be written.
  private var added: Set<Int64> = []
  /// Articles whose links are to be found.
  private var joining: Set<Int64> = []
  /// Clusters that lost an article, or whose links may have changed.
  private var broken: Set<Int64> = []

  init(keys: SketchKeys) { self.keys = keys }

  /// An article came, or came back.
  mutating func add(_ article: ArticleState) {
    added.insert(article.row)
    joining.insert(article.row)
  }

  /// An article goes, or is about to come again with another text or date.
  mutating func remove(_ article: ArticleState) throws {
    if added.remove(article.row) == nil { try keys.remove(article) }
    joining.remove(article.row)
    if let cluster = article.cluster { broken.insert(cluster) }
  }

  /// All links are to be found anew.
  mutating func breakAll(_ clusters: [Int64]) { broken.formUnion(clusters) }

  /// Has the stories of these clusters given, whether or not anything changed.
  mutating func lookAt(_ clusters: [Int64]) { lookedAt.formUnion(clusters) }

  /// Brings clusters and stories up to date.
  ///
  /// - Returns: every story of which an article was added, removed or changed, or got another
  ///   story.
  mutating func settle(_ articles: inout BatchArticles) throws -> [Piece] {
    try keys.add(added.sorted().map { articles[$0] })
    added = []
    let left = try articles.rows.members(of: Array(broken)).values.joined().map(\.row)
    try articles.load(left)
    for row in left where articles[row].parsed != nil { joining.insert(row) }
    var clusters = Set(
      articles.loaded.filter { articles[$0].input != nil && !joining.contains($0) }
        .compactMap { articles[$0].cluster }
    ).union(lookedAt)
    clusters.subtract(broken)
    for group in try groups(&articles) { clusters.insert(try join(group, &articles)) }
    let loaded = articles.loadedByCluster
    let members = try articles.rows.members(of: clusters.sorted())
    var pieces: [Piece] = []
    for cluster in clusters.sorted() {
      pieces += stories(members[cluster] ?? [], loaded[cluster] ?? [], cluster, articles)
    }
    try articles.load(pieces.flatMap(\.articles))
    for piece in pieces {
      for row in piece.articles where articles[row].story != piece.story {
        articles[row].story = piece.story
        articles[row].isChanged = true
      }
    }
    joining = []
    broken = []
    lookedAt = []
    return pieces
  }

  /// What hangs together: articles whose links were looked for, and whole clusters.
  private func groups(_ articles: inout BatchArticles) throws -> [Set<Node>] {
    var groups = Components<Node>()
    let rows = joining.sorted()
    let candidates = try keys.candidates(rows.map { articles[$0] })
    try articles.prepareSketches(candidates.joined())
    for (row, candidates) in zip(rows, candidates) {
      groups.insert(.article(row))
      let sketch = articles[row].sketch
      for other in candidates where Likeness.areAlike(sketch, articles.sketch(other)) {
        if joining.contains(other) {
          groups.join(.article(row), .article(other))
        } else if let cluster = articles.cluster(other) {
          groups.join(.article(row), .cluster(cluster))
        }
      }
    }
    return groups.all
  }

  private enum Node: Hashable {
    case article(Int64)
    case cluster(Int64)

    /// Clusters are named after one of their articles.
    var row: Int64 {
      switch self {
      case .article(let row), .cluster(let row): row
      }
    }
  }

  /// Makes one cluster of a group; its name is that of an old one where there is one, so that
  /// most articles keep theirs.
  private func join(_ group: Set<Node>, _ articles: inout BatchArticles) throws -> Int64 {
    let old = group.compactMap { if case .cluster(let row) = $0 { row } else { nil } }.sorted()
    let name = old.first ?? group.map(\.row).min() ?? 0
    for cluster in old.dropFirst() { try articles.move(cluster: cluster, to: name) }
    for case .article(let row) in group {
      articles[row].cluster = name
      articles[row].isChanged = true
    }
    return name
  }

  /// The stories of a cluster of which something changed.
  ///
  /// - Parameters:
  ///   - stored: its articles as they are stored.
  ///   - loaded: those of its articles that are loaded.
  private func stories(
    _ stored: [ArticleRows.Member], _ loaded: [Int64], _ cluster: Int64, _ articles: BatchArticles
  ) -> [Piece] {
    var members = stored.filter { !articles.isLoaded($0.row) }
    for row in loaded {
      let article = articles[row]
      members.append(
        .init(row: row, id: article.id, published: article.published, story: article.story))
    }
    members.sort { ($0.published, $0.id) < ($1.published, $1.id) }
    var pieces: [Piece] = []
    var rest = members[...]
    while let first = rest.first {
      let last = first.published.addingReportingOverflow(Self.longest * keys.window)
      let end = last.overflow ? Instant.unknown : last.partialValue
      let piece = rest.prefix { $0.published <= end }
      rest = rest.dropFirst(piece.count)
      let isAsItWas =
        !lookedAt.contains(cluster)
        && piece.allSatisfy { member in
          member.story == first.id
            && (!articles.isLoaded(member.row)
              || articles[member.row].input == nil && !joining.contains(member.row))
        }
      if isAsItWas { continue }
      pieces.append(Piece(articles: piece.map(\.row), story: first.id))
    }
    return pieces
  }
}
