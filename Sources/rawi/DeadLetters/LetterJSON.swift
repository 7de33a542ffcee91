internal import Contracts
internal import Foundation
internal import Kafka
internal import StageRuntime

/// A letter for programs.
extension StoredLetter {
  /// What the list says of it.
  var summary: [UInt8] {
    var json = JSONWriter()
    json.object { describe(in: &$0) }
    return json.bytes
  }

  /// All of it; key, headers and value as base64, since they may be any bytes.
  var export: [UInt8] {
    var json = JSONWriter()
    json.object {
      describe(in: &$0)
      $0.field("key_base64", record.keyBytes?.base64)
      $0.key("headers")
      $0.array(headers) { json, header in
        json.object {
          $0.field("name", header.name)
          $0.field("value_base64", header.value?.base64)
        }
      }
      $0.field("value_base64", record.valueBytes?.base64)
    }
    return json.bytes
  }

  private func describe(in json: inout JSONWriter) {
    json.field("topic", record.topic)
    json.field("partition", Int(record.partition))
    json.field("offset", Int(record.offset))
    json.field("time", time)
    json.field("key", record.keyText)
    json.field("stage", account.stage)
    json.field("group", account.group)
    json.field("source_topic", account.topic)
    json.field("source_partition", account.partition.map(Int.init))
    json.field("source_offset", account.offset.map(Int.init))
    json.field("error", account.errorType)
    json.field("reason", account.reason)
    json.field("attempt", account.attempt)
    json.field("bytes", size ?? (lacksValue ? account.omittedBytes : nil))
  }
}

extension [UInt8] {
  fileprivate var base64: String { Data(self).base64EncodedString() }
}
