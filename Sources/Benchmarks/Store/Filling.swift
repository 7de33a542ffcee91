internal import EventStore

/// Puts replicas into a store, as the indexer does.
struct Filling {
  var store: EventStore
  let replicas: Replicas
  let batch: Int
  private(set) var clock: Clock
  /// Number of the replica that comes next.
  private(set) var next: Int
  private var published: [SourcePartition: PublishedPlace] = [:]

  /// - Parameters:
  ///   - start: number of the first replica.
  ///   - batch: most articles in one transaction.
  init(_ store: EventStore, _ replicas: Replicas, from start: Int = 0, batch: Int, clock: Clock) {
    self.store = store
    self.replicas = replicas
    self.batch = batch
    self.clock = clock
    next = start
  }

  /// Puts so many articles in.
  ///
  /// - Returns: what the store's work cost, and how many events it gave.
  mutating func add(_ count: Int) throws -> (cost: Cost, events: Int) {
    var (cost, events) = (Cost(), 0)
    let end = next + count
    while next < end {
      let inputs = (next..<min(end, next + batch)).map { replicas.input($0) }
      _ = clock.lap()
      let result = try store.apply(batch: inputs, acknowledging: published)
      cost += clock.lap()
      next += inputs.count
      events += result.outputs.count
      published = [
        SourcePartition(topic: "articles.parsed", partition: 0): PublishedPlace(
          offset: Int64(next), sequence: result.outputs.last?.sequence)
      ]
    }
    return (cost, events)
  }
}
