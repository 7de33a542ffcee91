import Foundation
import Glibc
import Testing

@testable import Kafka

@Suite(.timeLimit(.minutes(5)))
struct ChildProcessTests {
  /// What a shell script says when it is started from one of Swift's threads.
  private func output(of script: String) async throws -> (text: String, code: Int32) {
    let path = NSTemporaryDirectory() + "child-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer {
      close(file)
      unlink(path)
    }
    let child = try ChildProcess("/bin/sh", ["-c", script], output: file)
    let code = await child.wait()
    return (try String(contentsOfFile: path, encoding: .utf8), code)
  }

  @Test func noSignalIsBlocked() async throws {
    let (text, code) = try await output(of: "grep SigBlk /proc/self/status")
    #expect(text == "SigBlk:\t0000000000000000\n")
    #expect(code == 0)
  }

  @Test func nothingOpenIsHandedOn() async throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let (text, _) = try await output(of: "test -e /proc/$$/fd/\(descriptor) && echo open")
    #expect(text == "")
  }

  @Test func theEndIsToldAsAShellTellsIt() async throws {
    #expect(try await output(of: "exit 7").code == 7)
    #expect(try await output(of: "kill -KILL $$").code == 128 + SIGKILL)
  }
}
