internal import CRdkafka

/// Who a consumer is in its group at one moment: what a transaction needs to commit its offsets.
public final class ConsumerGroupMetadata: @unchecked Sendable {
  let pointer: OpaquePointer

  init(taking pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    rd_kafka_consumer_group_metadata_destroy(pointer)
  }
}
