internal import CRdkafka
internal import Glibc

/// Owns one of librdkafka's partition lists for the length of a call.
struct PartitionList: ~Copyable {
  typealias Pointer = UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

  let pointer: Pointer

  init(taking pointer: Pointer) {
    self.pointer = pointer
  }

  init(_ partitions: some Collection<TopicPartition>) {
    pointer = rd_kafka_topic_partition_list_new(Int32(partitions.count))
    for place in partitions {
      rd_kafka_topic_partition_list_add(pointer, place.topic, place.partition)
    }
  }

  init(_ offsets: [TopicPartition: Int64]) {
    pointer = rd_kafka_topic_partition_list_new(Int32(offsets.count))
    for (place, offset) in offsets {
      rd_kafka_topic_partition_list_add(pointer, place.topic, place.partition).pointee.offset =
        offset
    }
  }

  init(_ offsets: [TopicPartition: GroupOffset]) {
    pointer = rd_kafka_topic_partition_list_new(Int32(offsets.count))
    for (place, offset) in offsets {
      let element = rd_kafka_topic_partition_list_add(pointer, place.topic, place.partition)!
      element.pointee.offset = offset.offset
      guard !offset.metadata.isEmpty else { continue }
      // The list owns its copy and frees it with free().
      element.pointee.metadata = UnsafeMutableRawPointer(strdup(offset.metadata))
      element.pointee.metadata_size = offset.metadata.utf8.count
    }
  }

  deinit {
    rd_kafka_topic_partition_list_destroy(pointer)
  }

  var partitions: [TopicPartition] { Self.partitions(of: pointer) }

  /// The offsets that are known: librdkafka's negative marks for "none" are left out.
  var offsets: [TopicPartition: Int64] { Self.offsets(of: pointer) }

  /// The same with what was committed beside them.
  var groupOffsets: [TopicPartition: GroupOffset] {
    var offsets: [TopicPartition: GroupOffset] = [:]
    for element in Self.elements(of: pointer) where element.offset >= 0 {
      let metadata = element.metadata.map {
        String(
          decoding: UnsafeRawBufferPointer(start: $0, count: element.metadata_size), as: UTF8.self)
      }
      offsets[TopicPartition(String(cString: element.topic), element.partition)] = GroupOffset(
        element.offset, metadata: metadata ?? "")
    }
    return offsets
  }

  /// The first partition that has an error of its own.
  var firstError: KafkaError? { Self.firstError(of: pointer) }

  static func elements(
    of list: Pointer
  ) -> UnsafeBufferPointer<rd_kafka_topic_partition_t> {
    UnsafeBufferPointer(start: list.pointee.elems, count: Int(list.pointee.cnt))
  }

  static func partitions(of list: Pointer) -> [TopicPartition] {
    elements(of: list).map { TopicPartition(String(cString: $0.topic), $0.partition) }
  }

  static func offsets(of list: Pointer) -> [TopicPartition: Int64] {
    var offsets: [TopicPartition: Int64] = [:]
    for element in elements(of: list) where element.offset >= 0 {
      offsets[TopicPartition(String(cString: element.topic), element.partition)] = element.offset
    }
    return offsets
  }

  static func firstError(of list: Pointer) -> KafkaError? {
    for element in elements(of: list) where element.err != RD_KAFKA_RESP_ERR_NO_ERROR {
      return KafkaError(
        KafkaError.Code(rawValue: element.err.rawValue), topic: String(cString: element.topic),
        partition: element.partition, offset: element.offset >= 0 ? element.offset : nil)
    }
    return nil
  }
}

extension StartOffset {
  /// librdkafka's number for this start.
  var number: Int64 {
    switch self {
    case .beginning: Int64(RD_KAFKA_OFFSET_BEGINNING)
    case .end: Int64(RD_KAFKA_OFFSET_END)
    case .committed: Int64(RD_KAFKA_OFFSET_STORED)
    case .offset(let offset): offset
    case .beforeEnd(let count): Int64(RD_KAFKA_OFFSET_TAIL_BASE) - count
    }
  }
}
