import Contracts
import EventStore
import Foundation
import Testing

@Suite struct FileTests {
  @Test func filesAreTheOwnersAlone() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [SampleEvent(id: "x", sentence: "قال")]), at: 0)
    for name in ["events.sqlite", "events.sqlite-wal", "events.sqlite-shm"] {
      let path = temporary.folder.appending(path: name).path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
  }

  @Test func readingNeedsAStore() throws {
    let error = #expect(throws: StoreError.self) { _ = try EventStore(reading: "/nowhere/x") }
    #expect(error?.code == .cannotOpen)
    #expect(error?.description.contains("/nowhere/x") == true)
    #expect(throws: StoreError.self) { _ = try EventStore(path: "/nowhere/x") }
  }

  @Test func otherFilesAreNoStores() throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appending(path: "note.txt").path
    try Data(repeating: 0x61, count: 5000).write(to: URL(filePath: path))
    let error = #expect(throws: StoreError.self) { _ = try EventStore(path: path) }
    #expect(error?.code == .damaged)
    let empty = temporary.folder.appending(path: "empty").path
    try Data().write(to: URL(filePath: empty))
    let other = #expect(throws: StoreError.self) { _ = try EventStore(reading: empty) }
    #expect(other?.code == .otherRelease)
  }

  @Test func readersSeeWhatAnotherProcessWrote() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.apply(.sample("a", [SampleEvent(id: "x", sentence: "قال")]), at: 0)
    let reader = try EventStore(reading: temporary.store.path)
    #expect(try reader.search(SearchQuery()).map(\.event.id) == ["x"])
    #expect(throws: StoreError.self) {
      _ = try reader.apply(batch: [.withdrawal(of: "a", at: 1)])
    }
  }
}
