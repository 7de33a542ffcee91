internal import CRdkafka

extension ConsumerRecord {
  /// A copy of all headers.
  public var headers: Headers {
    guard let list = batch.headers[index] else { return [:] }
    var headers = Headers()
    var name: UnsafePointer<CChar>?
    var value: UnsafeRawPointer?
    var size = 0
    var position = 0
    while rd_kafka_header_get_all(list, position, &name, &value, &size)
      == RD_KAFKA_RESP_ERR_NO_ERROR
    {
      if let name {
        headers.append(String(cString: name), Self.bytes(value, size))
      }
      position += 1
    }
    return headers
  }

  /// The last header of this name as bytes, without copying the others.
  public func header(_ name: String) -> [UInt8]? {
    guard let list = batch.headers[index] else { return nil }
    var value: UnsafeRawPointer?
    var size = 0
    let answer = rd_kafka_header_get_last(list, name, &value, &size)
    return answer == RD_KAFKA_RESP_ERR_NO_ERROR ? Self.bytes(value, size) : nil
  }

  /// The last header of this name as text, invalid UTF-8 replaced.
  public func headerText(_ name: String) -> String? {
    header(name).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func bytes(_ value: UnsafeRawPointer?, _ size: Int) -> [UInt8]? {
    value.map { Array(UnsafeRawBufferPointer(start: $0, count: size)) }
  }
}
