internal import Glibc

/// The name of a field where it stands in a record; valid as long as that is being read.
struct RecordKey {
  let bytes: UnsafeBufferPointer<UInt8>

  static func == (key: RecordKey, name: StaticString) -> Bool {
    guard key.bytes.count == name.utf8CodeUnitCount, let base = key.bytes.baseAddress else {
      return false
    }
    return memcmp(base, name.utf8Start, key.bytes.count) == 0
  }

  /// So that names can be cases of a `switch`.
  static func ~= (name: StaticString, key: RecordKey) -> Bool { key == name }
}
