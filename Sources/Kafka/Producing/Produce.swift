internal import CRdkafka

/// A byte to point at: librdkafka tells an empty value from an absent one by the pointer.
private nonisolated(unsafe) let empty = UnsafeRawPointer(
  UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))

extension Client {
  /// Puts a record into librdkafka's queue, which copies key and value: the only copy on the way.
  /// Nil on success.
  func produce(_ record: ProducerRecord, opaque: UnsafeMutableRawPointer?) -> KafkaError? {
    let headers = Self.makeHeaders(record.headers)
    let error = Self.withBytes(record.key) { key in
      Self.withBytes(record.value) { value in
        record.topic.withCString { topic in
          withUnsafeTemporaryAllocation(of: rd_kafka_vu_t.self, capacity: 8) { fields in
            var count = 0
            func add(_ type: rd_kafka_vtype_t, _ set: (inout rd_kafka_vu_t) -> Void) {
              var field = rd_kafka_vu_t()
              field.vtype = type
              set(&field)
              fields.initializeElement(at: count, to: field)
              count += 1
            }
            add(RD_KAFKA_VTYPE_TOPIC) { $0.u.cstr = topic }
            add(RD_KAFKA_VTYPE_PARTITION) { $0.u.i32 = record.partition ?? RD_KAFKA_PARTITION_UA }
            add(RD_KAFKA_VTYPE_MSGFLAGS) { $0.u.i = RD_KAFKA_MSG_F_COPY }
            add(RD_KAFKA_VTYPE_KEY) { $0.u.mem = .init(ptr: key.0, size: key.1) }
            add(RD_KAFKA_VTYPE_VALUE) { $0.u.mem = .init(ptr: value.0, size: value.1) }
            add(RD_KAFKA_VTYPE_TIMESTAMP) { $0.u.i64 = record.timestamp ?? 0 }
            add(RD_KAFKA_VTYPE_OPAQUE) { $0.u.ptr = opaque }
            if let headers {
              add(RD_KAFKA_VTYPE_HEADERS) { $0.u.headers = headers }
            }
            return KafkaError(
              consuming: rd_kafka_produceva(handle, fields.baseAddress, count))
          }
        }
      }
    }
    if error != nil, let headers {
      // Only a record that was accepted takes its headers over.
      rd_kafka_headers_destroy(headers)
    }
    return error
  }

  /// Throws away every record in the queue, and waits until its fate has been told.
  ///
  /// A record that is just passing from one of librdkafka's queues to another escapes a purge, so it takes turns.
  func purge() {
    for _ in 0..<50 {
      rd_kafka_purge(handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
      if rd_kafka_flush(handle, 100) == RD_KAFKA_RESP_ERR_NO_ERROR { return }
    }
  }

  private static func makeHeaders(_ headers: Headers) -> OpaquePointer? {
    guard !headers.isEmpty else { return nil }
    let list = rd_kafka_headers_new(headers.count)
    for header in headers.all {
      withBytes(header.value) { pointer, count in
        _ = rd_kafka_header_add(list, header.name, -1, pointer, count)
      }
    }
    return list
  }

  /// Lends the bytes as a pointer that is nil only where there are none.
  private static func withBytes<Result>(
    _ bytes: [UInt8]?, _ body: ((UnsafeMutableRawPointer?, Int)) -> Result
  ) -> Result {
    guard let bytes else { return body((nil, 0)) }
    return bytes.withUnsafeBytes {
      body((UnsafeMutableRawPointer(mutating: $0.baseAddress ?? empty), $0.count))
    }
  }
}
