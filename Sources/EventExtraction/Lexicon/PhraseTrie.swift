internal import ArabicText

/// Names and fixed phrases of one or more words, found longest first.
struct PhraseTrie: Sendable {
  struct Value: Sendable, Hashable {
    var category: Category
    var entry: Int32
    var features: Features
    var spelling: Spelling
  }

  private let words: FormTable
  /// The node that each word leads to from the root; 0 where no phrase begins with it.
  private let firsts: FixedArray<Int32>
  /// The edges behind the first words.
  private let edges: EdgeTable
  /// Whether some edge begins at a node.
  private let goesOn: FixedArray<Bool>
  private let values: Groups<Value>

  /// Takes phrases in any order.
  struct Builder {
    private var words = FormTable()
    private var firsts: [Int32] = []
    private var edges = EdgeTable()
    private var goesOn = [false]
    private var values = Groups<Value>.Builder()

    /// The number of a word, for ``add(_:_:_:)``.
    mutating func word(_ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
      let word = words.insert(letters)
      if word == firsts.count { firsts.append(0) }
      return Int32(word)
    }

    mutating func add(_ first: Int32, _ rest: [Int32], _ value: Value) {
      var node = firsts[Int(first)]
      if node == 0 {
        node = addNode()
        firsts[Int(first)] = node
      }
      for word in rest { node = step(node, word) }
      values.add(value, to: Int(node))
    }

    func finish() -> PhraseTrie {
      PhraseTrie(
        words: words, firsts: FixedArray(firsts), edges: edges,
        goesOn: FixedArray(goesOn), values: values.groups(goesOn.count))
    }

    private mutating func step(_ node: Int32, _ word: Int32) -> Int32 {
      let next = edges.insert(node, word, Int32(goesOn.count))
      goesOn[Int(node)] = true
      return next < goesOn.count ? next : addNode()
    }

    private mutating func addNode() -> Int32 {
      goesOn.append(false)
      return Int32(goesOn.count - 1)
    }
  }

  /// The id of a word that stands in any phrase.
  func word(_ letters: UnsafeBufferPointer<UInt8>) -> Int32? { words[letters].map { Int32($0) } }

  /// The node that a phrase's first word leads to.
  func first(_ word: Int32) -> Int32? { firsts[Int(word)] == 0 ? nil : firsts[Int(word)] }

  /// Whether some phrase goes on behind a node.
  func goesOn(_ node: Int32) -> Bool { goesOn[Int(node)] }

  /// The node that another word leads to.
  func step(_ node: Int32, _ word: Int32) -> Int32? { edges[node, word] }

  func values(_ node: Int32) -> UnsafeBufferPointer<Value> { values[Int(node)] }
}
