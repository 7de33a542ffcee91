internal import ArabicText

/// Names and fixed phrases of one or more words, found longest first.
struct PhraseTrie: Sendable {
  struct Value: Sendable, Hashable {
    var category: Category
    var entry: Int32
    var features: Features
    var spelling: Spelling
  }

  private var words: FormTable
  private var edges: EdgeTable
  private var values: Groups<Value>

  /// Takes phrases in any order.
  struct Builder {
    private var words = FormTable()
    private var edges = EdgeTable()
    private var nodes: Int32 = 1
    private var values = Groups<Value>.Builder()

    /// The number of a word, for ``add(_:_:_:)``.
    mutating func word(_ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
      Int32(words.insert(letters))
    }

    mutating func add(_ first: Int32, _ rest: [Int32], _ value: Value) {
      var node = step(0, first)
      for word in rest { node = step(node, word) }
      values.add(value, to: Int(node))
    }

    func finish() -> PhraseTrie {
      PhraseTrie(words: words, edges: edges, values: values.groups(Int(nodes)))
    }

    private mutating func step(_ node: Int32, _ word: Int32) -> Int32 {
      let next = edges.insert(node, word, nodes)
      if next == nodes { nodes += 1 }
      return next
    }
  }

  /// The id of a word that stands in any phrase.
  func word(_ letters: UnsafeBufferPointer<UInt8>) -> Int32? { words[letters].map { Int32($0) } }

  func step(_ node: Int32, _ word: Int32) -> Int32? { edges[node, word] }

  func values(_ node: Int32) -> UnsafeBufferPointer<Value> { values[Int(node)] }
}
