internal import Dispatch
internal import Foundation
internal import Glibc
internal import Synchronization

/// A program started by this one.
///
/// Foundation's `Process` hands the signal mask of whatever thread it is on to the child; from one of Swift's threads that is a mask
/// that blocks SIGTERM, and the child cannot be stopped. Here the child starts with no signal blocked or ignored, in a process group of
/// its own, so that Ctrl-C in the terminal reaches only this program, which then ends the child in its own time.
package final class ChildProcess: Sendable {
  package let id: Int32
  private let ended = Signal()
  /// Set when the child is reaped: from then on its number may be another process's.
  private let status = Mutex<Int32?>(nil)

  /// - Parameters:
  ///   - program: path of the executable.
  ///   - input: file descriptor that it reads from; nil for nothing to read.
  ///   - output: file descriptor for its standard output.
  ///   - errors: the same for its standard error; nil for that of `output`.
  ///   - environment: all of it; this program's own unless told otherwise.
  /// - Throws: the system's reason.
  package init(
    _ program: String, _ arguments: [String], input: Int32? = nil, output: Int32,
    errors: Int32? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ChildProcessError) {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors ?? output, STDERR_FILENO)
    // Sockets that a library opened without close-on-exec would otherwise stay open in the child when they are closed here.
    for descriptor in Self.descriptorsToClose {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    let words = Self.strings([program] + arguments)
    let settings = Self.strings(environment.map { "\($0)=\($1)" })
    defer {
      for string in words + settings {
        free(string)
      }
    }
    var id: Int32 = 0
    let failure = posix_spawn(&id, program, &actions, &attributes, words, settings)
    guard failure == 0 else {
      throw ChildProcessError(program: program, reason: String(cString: strerror(failure)))
    }
    self.id = id
    DispatchQueue(label: "kafka.child").async { [self] in reap() }
  }

  package var isRunning: Bool { status.withLock { $0 == nil } }

  /// Sends a signal, unless the child has ended.
  package func send(_ signal: Int32) {
    status.withLock { status in
      if status == nil {
        kill(id, signal)
      }
    }
  }

  /// Waits for the end: the exit code, or 128 and the number of the signal that ended it, as a shell says it.
  @discardableResult
  package func wait() async -> Int32 {
    await ended.wait()
    let status = status.withLock { $0 ?? 0 }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Copies for C, with the null pointer that ends them.
  private static func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  /// All beyond the three standard ones, and some more for what other threads open meanwhile.
  /// (Closing one that is not open does no harm.)
  private static var descriptorsToClose: Range<Int32> {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return STDERR_FILENO + 1..<(open.compactMap { Int32($0) }.max() ?? STDERR_FILENO) + 64
  }

  private func reap() {
    var end = siginfo_t()
    // Waits without reaping, so that the number stays the child's until the lock is held.
    while waitid(P_PID, id_t(id), &end, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
    status.withLock { status in
      var raw: Int32 = 0
      waitpid(id, &raw, 0)
      status = raw
    }
    ended.fire()
  }
}

/// Why a program could not be started.
package struct ChildProcessError: Error, CustomStringConvertible {
  package let program: String
  package let reason: String

  package var description: String { "\(program) cannot be started: \(reason)" }
}
