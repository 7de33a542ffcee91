/// One batch on its way through one transaction.
struct BatchIndexing: ~Copyable {
  let db: any SQLConnection
  private let window: Int64
  private let outbox: Outbox
  private var sources: Sources
  private var result = IndexResult()
  private var indexing: ArticleIndexing
  /// The place in the batch of the last input that was applied.
  private var last: Int?

  init(db: any SQLConnection, window: Int64) throws {
    // What may fail comes first, as the compiler wants it of what cannot be copied.
    let sources = try Sources(db: db)
    let indexing = try ArticleIndexing(db: db, window: window)
    self.db = db
    self.window = window
    outbox = Outbox(db: db)
    self.sources = sources
    self.indexing = indexing
  }

  /// Forgets what Kafka has for good.
  mutating func acknowledge(_ places: [SourcePartition: PublishedPlace]) throws {
    for (source, place) in places {
      guard let row = sources[source]?.row else { continue }
      sources.acknowledge(source, before: place.offset)
      try outbox.removeRejections(row, before: place.offset)
      if let sequence = place.sequence { try outbox.remove(row, upTo: sequence) }
    }
    try sources.save()
  }

  mutating func apply(_ batch: [ReadInput]) throws -> IndexResult {
    result.before = sources.all.mapValues(\.last)
    try indexing.prepare(batch[...])
    for (place, input) in batch.enumerated() {
      // What an article said before it came again is told, too.
      if let id = input.articleID, indexing.hasBrought(id) {
        try settle(batch)
        try indexing.prepare(batch[place...])
      }
      try apply(input, at: place)
    }
    try settle(batch)
    try sources.save()
    return result
  }

  /// Indexes inputs without telling anybody, and without noting how far they reach.
  mutating func read(_ batch: [ReadInput]) throws {
    try indexing.prepare(batch[...])
    for (place, input) in batch.enumerated() {
      let row = sources.row(of: input.position.source, from: input.position.offset)
      do { try indexing.apply(input, at: place, from: row) } catch is RecordError { continue }
    }
    try StoryWindow(seconds: window).enter(db, &indexing.stories)
    _ = try indexing.settle(last: 0, isTold: false)
    try sources.save()
  }

  /// Tells what was found without any input.
  mutating func tell(_ outputs: [Publication.Output]) throws {
    try publish(outputs, [])
    try sources.save()
  }

  private mutating func apply(_ input: ReadInput, at place: Int) throws {
    let position = input.position
    let row = sources.row(of: position.source, from: position.offset)
    if let known = sources[position.source], position.offset < known.next {
      // Applied before; what it gave is in the outbox, or with Kafka.
      if let again = try outbox.rejection(at: position, row) { result.rejections.append(again) }
      return
    }
    do {
      try indexing.apply(input, at: place, from: row)
      // Of a rejected one nothing goes out but its dead letter.
      last = place
    } catch let error as RecordError {
      let rejection = IndexRejection(position: position, error: error)
      try outbox.add(rejection, row)
      result.rejections.append(rejection)
    }
    sources.noteRead(position)
  }

  /// What inputs changed together goes out once: a story that grew by ten articles gives the
  /// events of the others one new version.
  private mutating func settle(_ batch: [ReadInput]) throws {
    guard let last else { return }
    try StoryWindow(seconds: window).enter(db, &indexing.stories)
    try publish(try indexing.settle(last: last, isTold: true), batch)
    indexing = try ArticleIndexing(db: db, window: window)
    self.last = nil
  }

  private mutating func publish(
    _ outputs: [Publication.Output], _ batch: [ReadInput]
  ) throws {
    var numbered: [(row: Int64, output: IndexOutput)] = []
    numbered.reserveCapacity(outputs.count)
    for output in outputs {
      guard let (owner, row, number) = sources.number(nextOf: output.owner) else { continue }
      numbered.append(
        (
          row,
          IndexOutput(
            owner: owner, sequence: number,
            cause: batch.indices.contains(output.input) ? batch[output.input].position : nil,
            eventID: output.eventID, record: output.record)
        ))
    }
    try outbox.add(numbered)
    result.outputs += numbered.map(\.output)
  }
}
