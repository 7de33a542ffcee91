import LocalPostgreSQL
import Testing

/// In which database a test's stores are.
enum StoreKind: String, Sendable {
  case sqlite, postgresql

  @TaskLocal static var current = StoreKind.sqlite

  /// Those that can be had here.
  static let all: [StoreKind] = LocalPostgreSQL.isInstalled ? [.sqlite, .postgresql] : [.sqlite]
}

/// Runs each test once on each kind of store.
struct OnBothStores: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    for kind in StoreKind.all {
      try await StoreKind.$current.withValue(kind) { try await function() }
    }
  }
}

extension Trait where Self == OnBothStores {
  static var onBothStores: Self { Self() }
}

@Suite struct StoreKindTests {
  /// Shows, where it is skipped, that the others have seen only half.
  @Test(.enabled(if: LocalPostgreSQL.isInstalled, Comment(rawValue: LocalPostgreSQL.absence)))
  func testsRunOnPostgreSQL() {
    #expect(StoreKind.all.contains(.postgresql))
  }
}
