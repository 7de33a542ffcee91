internal import ArticleReading
internal import Contracts
internal import Foundation
internal import StageRuntime

/// Shows the records instead of sending them.
struct DryRun {
  let topic: String

  func print(_ inputs: ArticleInputs) throws {
    var unread = 0
    for item in inputs {
      switch item.outcome {
      case .success(let article):
        var line = ArticleRecord(article, origin: item.origin).json(topic: topic)
        line.append(UInt8(ascii: "\n"))
        try FileHandle.standardOutput.write(contentsOf: line)
      case .failure(let error):
        unread += 1
        Console.complain("\(item.origin): \(error)")
      }
    }
    if unread > 0 { throw StageFailure("\(unread) not read (named above)") }
  }
}

extension ArticleRecord {
  fileprivate func json(topic: String) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("origin", origin)
      $0.field("topic", topic)
      $0.field("key", key)
      $0.key("headers")
      $0.array(headers) { json, header in
        json.object {
          $0.field("name", header.name)
          $0.field("value", header.value)
        }
      }
      $0.field("value", article)
    }
    return json.bytes
  }
}
