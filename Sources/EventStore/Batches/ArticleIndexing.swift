internal import ArabicText
internal import Contracts

/// Brings articles and their events up to one record of `articles.parsed` after another.
struct ArticleIndexing: ~Copyable {
  var articles: BatchArticles
  var stories: StoryKeeping
  private let reading = InputReading()
  private var words: EventWords
  private var traits = TraitReading()
  private var json = JSONWriter()
  private var text = TokenizedText()
  /// What inputs hold, by their places in the batch; not of those that say what is known.
  private var read: [Int: Read] = [:]
  /// Which of the inputs' events the store has.
  private var existingEvents: Set<String> = []
  /// See ``Horizon``.
  private let horizon: Int64
  /// Ids of events that this batch brought.
  private var newEvents: Set<String> = []

  private struct Read {
    /// SHA-256 of the record.
    var digest: [UInt8]
    var parsed: Result<ParsedArticle, any Error>
  }

  init(db: any SQLConnection, window: Int64) throws {
    // What can fail comes before anything that is not copied is there.
    let horizon = try Horizon.current(db)
    articles = try BatchArticles(db: db)
    stories = StoryKeeping(keys: SketchKeys(db: db, window: window))
    words = EventWords(db: db)
    self.horizon = horizon
  }

  /// Brings stories up to date and writes everything back.
  ///
  /// - Parameter last: the place of the last input.
  /// - Returns: what changed in what consumers are told; nothing where `isTold` is false, and then
  ///   it remains to be told.
  mutating func settle(last: Int, isTold: Bool) throws -> [Publication.Output] {
    var publication = Publication(last: last)
    let pieces = try stories.settle(&articles)
    if isTold {
      let tellings = try articles.tellings(
        pieces.filter { $0.articles.count > 1 }.flatMap(\.articles))
      var rest = tellings[...]
      for piece in pieces {
        // An article alone is left as it is.
        let told = piece.articles.count > 1 ? rest.prefix(piece.articles.count) : []
        rest = rest.dropFirst(told.count)
        publication.note(piece, Occurrences.find(Array(told)), articles)
      }
      try publication.tell(articles)
      publication.withdraw(articles)
    }
    for (row, key) in try words.save() { articles.list(row, key) }
    try articles.save()
    return publication.inOrder
  }

  /// Whether an input brought this article, and was not settled yet.
  func hasBrought(_ id: String) -> Bool { articles.isBrought(id) }

  /// Reads inputs, and what the store has of their articles, before any of them is applied.
  mutating func prepare(_ batch: ArraySlice<IndexInput>) throws {
    read = [:]
    try articles.prepare(batch.lazy.compactMap(\.articleID))
    var ids: [String] = []
    for (place, input) in zip(batch.indices, batch) {
      guard let bytes = input.parsed else { continue }
      let digest = Digest(of: bytes).bytes
      if let id = input.articleID, let row = try articles.find(id), articles[row].parsed == digest {
        continue
      }
      let parsed = reading.result(bytes, key: input.articleID)
      if case .success(let article) = parsed { ids += article.events.map(\.id) }
      read[place] = Read(digest: digest, parsed: parsed)
    }
    existingEvents = try articles.events.existing(Array(Set(ids)))
  }

  /// - Parameters:
  ///   - place: the input's place in the batch.
  ///   - source: the row of its partition.
  /// - Throws: ``RecordError`` before anything is changed, or what SQLite reports.
  mutating func apply(_ input: IndexInput, at place: Int, from source: Int64) throws {
    if input.parsed == nil {
      guard let id = input.articleID else { throw RecordError.missingKey }
      if let row = try articles.find(id) { try withdraw(row, at: place) }
      return
    }
    guard let read = read[place] else { return }
    let parsed = try read.parsed.get()
    let known = try articles.find(parsed.article.id)
    // It was forgotten, or is as old as what was.
    if known == nil, Instant.published(parsed.article) < horizon { return }
    try check(parsed, known)
    let row = known ?? articles.make(parsed.article.id)
    let article = articles[row]
    try update(article, parsed)
    if article.owner == nil { article.owner = source }
    article.parsed = read.digest
    article.input = place
    article.isChanged = true
  }

  private func check(_ parsed: ParsedArticle, _ row: Int64?) throws {
    let own = Set(row.map { articles[$0].events.map(\.id) } ?? [])
    var seen: Set<String> = []
    seen.reserveCapacity(parsed.events.count)
    for event in parsed.events {
      let isNew = seen.insert(event.id).inserted
      let isOthers =
        !own.contains(event.id)
        && (newEvents.contains(event.id) || existingEvents.contains(event.id))
      guard isNew, !isOthers else {
        throw RecordError.repeatedEvent(parsed.article.id, event.id)
      }
    }
  }

  private mutating func update(_ state: ArticleState, _ parsed: ParsedArticle) throws {
    let article = parsed.article
    state.about = .init(
      source: article.source, url: article.url, title: article.title,
      publishedAt: article.publishedAt, referenceDate: article.referenceDate,
      sha256: article.sha256, simhash: article.simhash)
    text.read(parsed.text)
    let sketch = Sketch(text)
    let published = Instant.published(article)
    if state.parsed == nil || state.sketch != sketch || state.published != published {
      if state.parsed != nil { try stories.remove(state) }
      state.sketch = sketch
      state.published = published
      state.cluster = nil
      stories.add(state)
    }
    updateEvents(state, parsed)
  }

  private mutating func updateEvents(_ article: ArticleState, _ parsed: ParsedArticle) {
    let embedding = EventEmbedding(parsed)
    var places = Dictionary(
      uniqueKeysWithValues: article.events.enumerated().map { ($1.id, $0) })
    for ordinal in parsed.events.indices {
      let record = embedding.event(
        parsed.events[ordinal], version: 0, story: "", sameAs: "", reports: 0)
      var place = article.events.count
      if let known = places.removeValue(forKey: record.id) {
        place = known
      } else {
        newEvents.insert(record.id)
        article.events.append(
          EventState(row: articles.events.newRow(), id: record.id, ordinal: ordinal))
      }
      update(&article.events[place], record, at: ordinal)
    }
    for place in places.values { drop(&article.events[place]) }
    article.events.sort { ($0.ordinal, $0.row) < ($1.ordinal, $1.row) }
  }

  private mutating func update(_ state: inout EventState, _ record: Event, at ordinal: Int) {
    let body = EventRecord.body(of: record, with: &json)
    let content = Digest(of: body).bytes
    if state.content != content {
      if let listed = state.listed { words.remove(listed) }
      state.days = record.days
      state.listed = words.add(record, state.days, row: state.row)
      state.content = content
      state.body = body
      state.traits = traits.traits(record)
      state.point = record.point
      state.isChanged = true
    }
    if state.ordinal != ordinal {
      state.ordinal = ordinal
      state.isChanged = true
    }
    state.reader = record.extractor
  }

  private mutating func withdraw(_ row: Int64, at place: Int) throws {
    let article = articles[row]
    guard article.parsed != nil else { return }
    try stories.remove(article)
    for place in article.events.indices { drop(&article.events[place]) }
    article.about.title = nil
    article.parsed = nil
    article.cluster = nil
    article.story = nil
    article.input = place
    article.isChanged = true
  }

  /// The article has the event no more. Its row stays, so that its versions go on where it comes
  /// back.
  private mutating func drop(_ event: inout EventState) {
    guard event.content != nil else { return }
    if let listed = event.listed { words.remove(listed) }
    event.listed = nil
    event.content = nil
    event.body = nil
    event.days = nil
    event.isChanged = true
  }
}
