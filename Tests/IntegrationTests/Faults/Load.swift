import Kafka

/// Articles that keep coming until they are told to stop.
final class Load: Sendable {
  private let feeding: Task<Int, any Error>

  /// Begins at article 0.
  init(_ pipeline: Pipeline) throws {
    let producer = try Producer(pipeline.configuration)
    feeding = Task {
      var count = 0
      while !Task.isCancelled {
        for record in pipeline.articles(count..<count + 10) { _ = try await producer.send(record) }
        count += 10
        try? await Task.sleep(for: .milliseconds(250))
      }
      await producer.close()
      return count
    }
  }

  deinit { feeding.cancel() }

  /// How many articles came.
  func stop() async throws -> Int {
    feeding.cancel()
    return try await feeding.value
  }
}
