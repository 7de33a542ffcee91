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
    /// What has come of the beginning of an answer.
    var answer: [UInt8] = []
    /// How much of an answer, whose beginning is through, is still to come.
    var left = 0
  }

  /// How many bytes of an answer may name the broker: its header and the list of brokers come first.
  private static let beginning = 256

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

  /// Hands on what comes, and changes the address in the beginning of each answer: it stands nowhere else.
  private func answer(_ connection: inout Connection) -> Bool {
    guard let bytes = Loopback.read(from: connection.broker) else { return false }
    connection.answer += bytes
    while !connection.answer.isEmpty {
      var part = Array(connection.answer.prefix(connection.left))
      if part.isEmpty {
        guard connection.answer.count >= 4 else { break }
        let length = 4 + connection.answer.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        part = Array(connection.answer.prefix(min(length, Self.beginning)))
        guard part.count == min(length, Self.beginning) else { break }
        connection.left = length
      }
      connection.answer.removeFirst(part.count)
      connection.left -= part.count
      guard Loopback.write(readdressed(part), to: connection.client) else { return false }
    }
    return true
  }

  /// The part with the link's port wherever it names the broker's address.
  private func readdressed(_ part: [UInt8]) -> [UInt8] {
    guard part.count <= Self.beginning else { return part }
    func address(_ port: Int) -> [UInt8] {
      Array(broker.host.utf8) + [0, 0, UInt8(port >> 8), UInt8(port & 0xFF)]
    }
    return part.replacing(address(Int(broker.port)), with: address(Int(port)))
  }
}
