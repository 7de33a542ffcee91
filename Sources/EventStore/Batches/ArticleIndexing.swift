/// Brings articles and their events up to one record of `articles.parsed` after another.
struct ArticleIndexing: ~Copyable {
  var articles: BatchArticles
  var stories: StoryKeeping
  private var words: EventWords
  /// Which of the inputs' events the store has.
  private var existingEvents: Set<String> = []
  /// See ``Horizon``.
  private let horizon: Int64
  /// Ids of events that this batch brought.
  private var newEvents: Set<String> = []

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

  /// Reads what the store has of the inputs' articles, before any of them is applied.
  mutating func prepare(_ batch: ArraySlice<ReadInput>) throws {
    try articles.prepare(batch.lazy.compactMap(\.articleID))
    var ids: [String] = []
    for input in batch {
      guard case .success(let article) = input.article, try !isKnown(article) else { continue }
      for event in article.events { ids.append(event.id) }
    }
    existingEvents = try articles.events.existing(ids)
  }

  /// Whether its record was applied last.
  private mutating func isKnown(_ article: ReadArticle) throws -> Bool {
    guard let row = try articles.find(article.id) else { return false }
    return articles[row].parsed == article.digest
  }

  /// - Parameters:
  ///   - place: the input's place in the batch.
  ///   - source: the row of its partition.
  /// - Throws: ``RecordError`` before anything is changed, or what SQLite reports.
  mutating func apply(_ input: ReadInput, at place: Int, from source: Int64) throws {
    guard let article = input.article else {
      guard let id = input.articleID else { throw RecordError.missingKey }
      if let row = try articles.find(id) { try withdraw(row, at: place) }
      return
    }
    let read = try article.get()
    if try isKnown(read) { return }
    let known = try articles.find(read.id)
    // It was forgotten, or is as old as what was.
    if known == nil, read.published < horizon { return }
    try check(read, known)
    let row = known ?? articles.make(read.id)
    let state = articles[row]
    try update(state, read)
    if state.owner == nil { state.owner = source }
    state.parsed = read.digest
    state.input = place
    state.isChanged = true
  }

  private func check(_ article: ReadArticle, _ row: Int64?) throws {
    let own = Set(row.map { articles[$0].events.map(\.id) } ?? [])
    var seen: Set<String> = []
    seen.reserveCapacity(article.events.count)
    for event in article.events {
      let isNew = seen.insert(event.id).inserted
      let isOthers =
        !own.contains(event.id)
        && (newEvents.contains(event.id) || existingEvents.contains(event.id))
      guard isNew, !isOthers else { throw RecordError.repeatedEvent(article.id, event.id) }
    }
  }

  private mutating func update(_ state: ArticleState, _ read: ReadArticle) throws {
    state.about = read.about
    if state.parsed == nil || state.sketch != read.sketch || state.published != read.published {
      if state.parsed != nil { try stories.remove(state) }
      state.sketch = read.sketch
      state.published = read.published
      state.cluster = nil
      stories.add(state)
    }
    updateEvents(state, read.events)
  }

  private mutating func updateEvents(_ article: ArticleState, _ events: [ReadEvent]) {
    var places = Dictionary(
      uniqueKeysWithValues: article.events.enumerated().map { ($1.id, $0) })
    for (ordinal, event) in events.enumerated() {
      var place = article.events.count
      if let known = places.removeValue(forKey: event.id) {
        place = known
      } else {
        newEvents.insert(event.id)
        article.events.append(
          EventState(row: articles.events.newRow(), id: event.id, ordinal: ordinal))
      }
      update(&article.events[place], event, at: ordinal)
    }
    for place in places.values { drop(&article.events[place]) }
    article.events.sort { ($0.ordinal, $0.row) < ($1.ordinal, $1.row) }
  }

  private mutating func update(_ state: inout EventState, _ event: ReadEvent, at ordinal: Int) {
    if state.content != event.content {
      if let listed = state.listed { words.remove(listed) }
      state.take(event)
      state.listed = words.add(event, row: state.row)
      state.isChanged = true
    }
    if state.ordinal != ordinal {
      state.ordinal = ordinal
      state.isChanged = true
    }
    state.reader = event.extractor
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
