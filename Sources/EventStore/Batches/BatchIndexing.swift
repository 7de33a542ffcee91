/// One batch on its way through one transaction.
struct BatchIndexing {
  let db: any SQLConnection
  private let window: Int64
  private let outbox: Outbox
  private var windows: [SourcePartition: ReadWindow] = [:]
  private var changed: Set<SourcePartition> = []
  private var result = IndexResult()
  private var indexing: ArticleIndexing
  /// The place in the batch of the last input that was applied.
  private var last: Int?

  init(db: any SQLConnection, window: Int64) throws {
    self.db = db
    self.window = window
    outbox = Outbox(db: db)
    indexing = try ArticleIndexing(db: db, window: window)
  }

  mutating func apply(_ batch: [IndexInput]) throws -> IndexResult {
    for (place, input) in batch.enumerated() {
      // What an article said before it came again is told, too.
      if let id = input.articleID, indexing.hasBrought(id) { try settle(batch) }
      try apply(input, at: place)
    }
    try settle(batch)
    for source in changed { try windows[source]?.save(db, source) }
    return result
  }

  /// Indexes inputs without telling anybody, and without noting how far they reach.
  mutating func read(_ batch: [IndexInput]) throws {
    try StoryWindow(seconds: window).enter(db, &indexing.stories)
    for (place, input) in batch.enumerated() {
      do { try indexing.apply(input, at: place) } catch is RecordError { continue }
    }
    _ = try indexing.settle(last: 0, isTold: false)
  }

  private mutating func apply(_ input: IndexInput, at place: Int) throws {
    let source = input.position.source
    let offset = input.position.offset
    var window = try windows[source] ?? ReadWindow.load(db, source)
    if let known = window, known.mustGiveAgain(offset) {
      windows[source] = known
      try giveAgain(input.position)
      return
    }
    if windows[source] == nil, let known = window,
      try outbox.moveLeft(of: source, from: known.next, to: offset)
    {
      // Left by a rebuild, for whatever record comes next.
      try giveAgain(input.position)
    }
    if let known = window, offset < known.acknowledged {
      try outbox.moveAll(of: source, to: offset)
      try giveAgain(input.position)
      window = ReadWindow(acknowledged: offset, next: offset)
    }
    do {
      try indexing.apply(input, at: place)
    } catch let error as RecordError {
      let rejection = IndexRejection(position: input.position, error: error)
      try outbox.add(rejection)
      result.rejections.append(rejection)
    }
    last = place
    windows[source] = ReadWindow(
      acknowledged: window?.acknowledged ?? offset, next: offset + 1)
    changed.insert(source)
  }

  /// What inputs changed together goes out once: a story that grew by ten articles gives the
  /// events of the others one new version.
  private mutating func settle(_ batch: [IndexInput]) throws {
    guard let last else { return }
    try StoryWindow(seconds: window).enter(db, &indexing.stories)
    for output in try indexing.settle(last: last, isTold: true) {
      let record = IndexOutput(
        position: batch[output.input].position, eventID: output.eventID, record: output.record)
      try outbox.add(record)
      result.outputs.append(record)
    }
    indexing = try ArticleIndexing(db: db, window: window)
    self.last = nil
  }

  private mutating func giveAgain(_ position: SourcePosition) throws {
    let again = try outbox.entries(
      of: position.source, in: position.offset..<position.offset + 1)
    result.outputs += again.outputs
    result.rejections += again.rejections
  }
}
