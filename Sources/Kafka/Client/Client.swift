internal import CRdkafka

/// Owns one handle of librdkafka.
///
/// Whoever calls into librdkafka holds a reference to this object while it does, and so do the batches that still have
/// records of it. So the handle is destroyed once, here, after its last user is gone, in whatever order things end.
final class Client: @unchecked Sendable {
  let handle: OpaquePointer
  let context: ClientContext
  /// Calls that wait for a broker: commits, flushes, transactions, questions.
  let calls: BlockingQueue
  /// Fires when the handle is destroyed and its threads are gone.
  let destroyed = Signal()

  init(
    _ kind: ClientKind, _ configuration: KafkaConfiguration, context: ClientContext,
    install: (OpaquePointer) -> Void = { _ in }
  ) throws(KafkaError) {
    let prepared = try configuration.makeHandleConfiguration(for: kind)
    context.install(in: prepared)
    install(prepared)
    var reason = [CChar](repeating: 0, count: 512)
    guard let handle = rd_kafka_new(kind.type, prepared, &reason, reason.count) else {
      // On failure the configuration stays ours.
      rd_kafka_conf_destroy(prepared)
      throw KafkaError(.invalidConfiguration, String(cArray: reason))
    }
    self.handle = handle
    self.context = context
    calls = BlockingQueue("calls.\(String(cString: rd_kafka_name(handle)))")
  }

  deinit {
    // The last user may be a task; joining librdkafka's threads must not block it.
    let remains = Remains(handle: handle, context: context, destroyed: destroyed)
    calls.schedule { remains.destroy() }
  }

  /// What is left to clear away when nobody uses the client any more.
  private struct Remains: @unchecked Sendable {
    let handle: OpaquePointer
    /// Kept until the end: callbacks reach it unretained.
    let context: ClientContext
    let destroyed: Signal

    func destroy() {
      rd_kafka_destroy(handle)
      withExtendedLifetime(context) {}
      destroyed.fire()
    }
  }

  static func fatalError(of handle: OpaquePointer) -> KafkaError? {
    var text = [CChar](repeating: 0, count: 512)
    let code = rd_kafka_fatal_error(handle, &text, text.count)
    guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
    return KafkaError(
      KafkaError.Code(rawValue: code.rawValue), String(cArray: text), isFatal: true)
  }
}

extension String {
  /// A C string in a buffer.
  init(cArray characters: [CChar]) {
    self.init(
      decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
