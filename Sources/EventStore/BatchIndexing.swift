internal import GRDB

/// One batch on its way through one transaction.
struct BatchIndexing {
  let db: Database
  private let outbox: Outbox
  private var windows: [SourcePartition: ReadWindow] = [:]
  private var changed: Set<SourcePartition> = []
  private var result = IndexResult()
  private var articles: ArticleIndexing

  init(db: Database) {
    self.db = db
    outbox = Outbox(db: db)
    articles = ArticleIndexing(db: db)
  }

  mutating func apply(_ batch: [IndexInput]) throws -> IndexResult {
    for input in batch { try apply(input) }
    for source in changed { try windows[source]?.save(db, source) }
    return result
  }

  private mutating func apply(_ input: IndexInput) throws {
    let source = input.position.source
    let offset = input.position.offset
    var window = try windows[source] ?? ReadWindow.load(db, source)
    if let known = window, known.mustGiveAgain(offset) {
      windows[source] = known
      try giveAgain(input.position)
      return
    }
    if let known = window, offset < known.acknowledged {
      try outbox.moveAll(of: source, to: offset)
      try giveAgain(input.position)
      window = ReadWindow(acknowledged: offset, next: offset)
    }
    do {
      for change in try articles.apply(input) {
        let output = IndexOutput(
          position: input.position, eventID: change.eventID, record: change.record)
        try outbox.add(output)
        result.outputs.append(output)
      }
    } catch let error as RecordError {
      let rejection = IndexRejection(position: input.position, error: error)
      try outbox.add(rejection)
      result.rejections.append(rejection)
    }
    windows[source] = ReadWindow(
      acknowledged: window?.acknowledged ?? offset, next: offset + 1)
    changed.insert(source)
  }

  private mutating func giveAgain(_ position: SourcePosition) throws {
    let again = try outbox.entries(
      of: position.source, in: position.offset..<position.offset + 1)
    result.outputs += again.outputs
    result.rejections += again.rejections
  }
}
