internal import Foundation

/// The end of processes in good order.
struct Stopping {
  /// Longer than a worker takes to finish what it has begun.
  private static let grace = Duration.seconds(40)

  private let children: [Child]

  init(_ children: [Child]) { self.children = children }

  /// Asks all to finish, and waits until they have. Those that take too long, and all where the
  /// user is in a hurry, are ended.
  func run(hurriedBy interruption: Interruption?) async {
    for child in children { child.send(SIGTERM) }
    await withTaskGroup { group in
      group.addTask {
        try? await Task.sleep(for: Self.grace)
        if !Task.isCancelled { end() }
      }
      group.addTask {
        guard let interruption else { return }
        for await _ in interruption.signals { end() }
      }
      for child in children { _ = await child.exitStatus() }
      group.cancelAll()
    }
  }

  private func end() {
    for child in children { child.send(SIGKILL) }
  }
}
