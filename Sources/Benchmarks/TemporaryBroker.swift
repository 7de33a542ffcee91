internal import Foundation
internal import Kafka

/// Runs `body` with a local broker of its own and a folder, which go in the end.
func withLocalBroker(
  _ body: (_ bootstrapServers: String, _ folder: URL) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "rawi-benchmark-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let broker = try await LocalBroker.start(dataDirectory: folder.appending(path: "broker").path)
  do {
    try await body(broker.bootstrapServers, folder)
  } catch {
    await broker.stop()
    throw error
  }
  await broker.stop()
}
