internal import CRdkafka

/// Giving up the place in a group.
extension Consumer {
  /// Leaves the group at once, so that others get this member's partitions now.
  ///
  /// A member with a name of its own (`group.instance.id`) otherwise keeps its partitions when it is closed, until its session has
  /// run out, in case it comes back. The rebalance handler is told of the partitions that go, and may commit. Nothing is read
  /// any more until ``subscribe(to:onRebalance:)``.
  ///
  /// - Parameter timeout: how long to wait for the partitions to be given back. The broker's answer is not waited for.
  /// - Returns: whether the place was given up; if not, the group finds out by itself.
  @discardableResult
  public func leaveGroup(timeout: Duration) async throws(KafkaError) -> Bool {
    try requireGroup()
    let client = try client()
    return try await polls.run { () throws(KafkaError) in
      try KafkaError.check(rd_kafka_unsubscribe(client.handle))
      let deadline = ContinuousClock.now + timeout
      while Self.isMember(client.handle) {
        guard ContinuousClock.now < deadline else { return false }
        // Serves the rebalance. Records that were fetched before belong to the partitions' next owners.
        if let message = rd_kafka_consumer_poll(client.handle, 20) {
          rd_kafka_message_destroy(message)
        }
      }
      return true
    }
  }

  /// Whether the broker knows this consumer by a member's id.
  private static func isMember(_ handle: OpaquePointer) -> Bool {
    guard let name = rd_kafka_memberid(handle) else { return false }
    defer { rd_kafka_mem_free(handle, name) }
    return name.pointee != 0
  }
}
