internal import Contracts
internal import Glibc

/// What was made of texts before: the events of an article share its sentences and names.
///
/// Texts are told apart by their bytes. To be the key of a dictionary a `String` would be normalized
/// first, which for Arabic costs more than most of what is remembered here.
struct TextMemo<Value> {
  /// Nothing is shared with the articles of long ago.
  private static var most: Int { 256 }

  private var known: [(text: [UInt8], value: Value)] = []
  /// Numbers of ``known``, from 1, at places that follow from hashes; 0 where there is none.
  private var table = [UInt16](repeating: 0, count: 1024)

  func value(of text: String) -> Value? {
    var text = text
    let number = text.withUTF8 { table[slot($0)] }
    return number == 0 ? nil : known[Int(number) - 1].value
  }

  mutating func remember(_ value: Value, of text: String) {
    if known.count == Self.most {
      known.removeAll(keepingCapacity: true)
      for place in table.indices { table[place] = 0 }
    }
    let bytes = Array(text.utf8)
    let free = bytes.withUnsafeBufferPointer { slot($0) }
    known.append((bytes, value))
    table[free] = UInt16(known.count)
  }

  /// Where the text's number is, or belongs.
  private func slot(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & (table.count - 1)
    while table[slot] != 0, !isKnown(Int(table[slot]) - 1, text) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private func isKnown(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    known[number].text.withUnsafeBufferPointer { known in
      guard known.count == text.count else { return false }
      guard let one = known.baseAddress, let other = text.baseAddress else { return true }
      return memcmp(one, other, text.count) == 0
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(text.count)
    var at = 0
    while at + 8 <= text.count {
      hash = (hash ^ EightBytes.load(text, at: at)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      at += 8
    }
    for byte in text[at...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
