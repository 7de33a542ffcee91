internal import Foundation
internal import Kafka

/// Runs `body` with a folder, and a local broker of its own unless another is given, which go in the end.
func withBroker<Result>(
  _ bootstrapServers: String? = nil,
  _ body: (_ bootstrapServers: String, _ folder: URL) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "rawi-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  if let bootstrapServers { return try await body(bootstrapServers, folder) }
  let broker = try await LocalBroker.start(dataDirectory: folder.appending(path: "broker").path)
  do {
    let result = try await body(broker.bootstrapServers, folder)
    await broker.stop()
    return result
  } catch {
    await broker.stop()
    throw error
  }
}
