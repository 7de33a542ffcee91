internal import ArabicText

/// Names and fixed phrases of one or more words, found longest first.
struct PhraseTrie: Sendable {
  struct Value: Sendable, Hashable {
    var category: Category
    var entry: Int32
    var features: Features
    var spelling: Spelling
  }

  private var words: [[UInt8]: Int32] = [:]
  private var edges: [UInt64: Int32] = [:]
  private var values: [[Value]] = [[]]
  private var table = FormTable<Int32>([:])

  mutating func insert(_ phrase: [[UInt8]], _ value: Value) {
    var node: Int32 = 0
    for word in phrase {
      let id = words[word] ?? Int32(words.count + 1)
      words[word] = id
      let edge = Self.edge(node, id)
      if let next = edges[edge] {
        node = next
      } else {
        node = Int32(values.count)
        values.append([])
        edges[edge] = node
      }
    }
    if node != 0, !values[Int(node)].contains(value) { values[Int(node)].append(value) }
  }

  /// Makes the words ready to be looked up; call once, after the last insertion.
  mutating func seal() {
    table = FormTable(words.mapValues { [$0] })
    words = [:]
  }

  /// The id of a word that stands in any phrase.
  func word(_ letters: UnsafeBufferPointer<UInt8>) -> Int32? { table[letters].first }

  func step(_ node: Int32, _ word: Int32) -> Int32? { edges[Self.edge(node, word)] }

  func values(_ node: Int32) -> [Value] { values[Int(node)] }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
