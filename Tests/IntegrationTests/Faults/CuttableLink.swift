import Foundation
import Glibc
import Kafka
import Synchronization
import Testing

/// A way to a broker that can be cut and mended: a port of its own on the loopback interface. What goes through stays as it is but
/// for the broker's address, so that no client goes past it.
final class CuttableLink: Sendable {
  let bootstrapServers: String
  private let isCut = Atomic(false)
  private let isOver = Atomic(false)

  init(to broker: ClusterDescription.Broker) throws {
    let (port, listener) = try #require(Self.freePort())
    bootstrapServers = "\(broker.host):\(port)"
    let traffic = Traffic(to: broker, port: port, listener: listener)
    Thread.detachNewThread { [weak self] in
      var traffic = traffic
      while let link = self, !link.isOver.load(ordering: .acquiring) {
        traffic.flow(isCut: link.isCut.load(ordering: .acquiring))
      }
      traffic.end()
    }
  }

  /// Below those that Linux gives to outgoing connections, so that it is still free when the link is mended.
  private static func freePort() -> (port: UInt16, listener: Int32)? {
    for port in (UInt16(20_000)..<32_768).shuffled() {
      if let listener = Loopback.listen(on: port) { return (port, listener) }
    }
    return nil
  }

  func cut() { isCut.store(true, ordering: .releasing) }

  func mend() { isCut.store(false, ordering: .releasing) }

  func close() { isOver.store(true, ordering: .releasing) }
}

/// What goes through a link, seen by its one thread.
private struct Traffic {
  private struct Connection {
    var client: Int32
    var broker: Int32
    /// The beginning of an answer whose end has not come.
    var answer: [UInt8] = []
  }

  private let broker: ClusterDescription.Broker
  private let port: UInt16
  private var listener: Int32?
  private var connections: [Connection] = []

  init(to broker: ClusterDescription.Broker, port: UInt16, listener: Int32) {
    self.broker = broker
    self.port = port
    self.listener = listener
  }

  /// Hands on what comes within a moment.
  mutating func flow(isCut: Bool) {
    if isCut { end() } else if listener == nil { listener = Loopback.listen(on: port) }
    var waiting = ([listener ?? -1] + connections.flatMap { [$0.client, $0.broker] })
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), 20) > 0 else { return }
    let ready = Set(waiting.filter { $0.revents != 0 }.map(\.fd))
    connections = connections.compactMap { connection in
      var connection = connection
      let isOpen =
        (!ready.contains(connection.client) || ask(connection))
        && (!ready.contains(connection.broker) || answer(&connection))
      if !isOpen { close(connection) }
      return isOpen ? connection : nil
    }
    if let listener, ready.contains(listener) { accept(on: listener) }
  }

  mutating func end() {
    connections.forEach(close)
    connections = []
    if let listener { Glibc.close(listener) }
    listener = nil
  }

  private func close(_ connection: Connection) {
    Glibc.close(connection.client)
    Glibc.close(connection.broker)
  }

  private mutating func accept(on listener: Int32) {
    let client = Glibc.accept(listener, nil, nil)
    guard client >= 0 else { return }
    guard let broker = Loopback.connect(to: UInt16(broker.port)) else {
      Glibc.close(client)
      return
    }
    connections.append(Connection(client: client, broker: broker))
  }

  private func ask(_ connection: Connection) -> Bool {
    guard let bytes = Loopback.read(from: connection.client) else { return false }
    return Loopback.write(bytes, to: connection.broker)
  }

  /// Hands on the answers that are complete: each has its length before it.
  private func answer(_ connection: inout Connection) -> Bool {
    guard let bytes = Loopback.read(from: connection.broker) else { return false }
    connection.answer += bytes
    while connection.answer.count >= 4 {
      let length = 4 + connection.answer.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard connection.answer.count >= length else { break }
      let answer = Array(connection.answer.prefix(length))
      connection.answer.removeFirst(length)
      guard Loopback.write(readdressed(answer), to: connection.client) else { return false }
    }
    return true
  }

  /// The answer with the link's port wherever it names the broker's address.
  private func readdressed(_ answer: [UInt8]) -> [UInt8] {
    func address(_ port: Int) -> [UInt8] {
      Array(broker.host.utf8) + [0, 0, UInt8(port >> 8), UInt8(port & 0xFF)]
    }
    return answer.replacing(address(Int(broker.port)), with: address(Int(port)))
  }
}
