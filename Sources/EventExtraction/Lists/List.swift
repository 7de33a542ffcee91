/// A few plain values in an ``Arena``, read without counting references: a copy is a view of the
/// same values, valid as long as the arena is.
struct List<Element>: RandomAccessCollection {
  fileprivate var base: UnsafeMutablePointer<Element>?
  private var used: Int32
  /// For how many values there is room.
  fileprivate var capacity: Int32

  /// The empty list.
  init() {
    base = nil
    used = 0
    capacity = 0
  }

  fileprivate init(_ base: UnsafeMutablePointer<Element>, capacity: Int) {
    self.base = base
    self.capacity = Int32(capacity)
    used = 0
  }

  var count: Int { Int(used) }
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    unsafeAddress {
      precondition(index >= 0 && index < count)
      return UnsafePointer(base.unsafelyUnwrapped + index)
    }
  }

  /// Adds a value where there is room for it.
  mutating func push(_ value: Element) {
    precondition(used < capacity)
    (base.unsafelyUnwrapped + count).initialize(to: value)
    used += 1
  }

  /// Changes a value of a list that nobody else holds.
  func update(_ index: Int, _ change: (inout Element) -> Void) {
    precondition(index >= 0 && index < count)
    change(&base.unsafelyUnwrapped[index])
  }

}

extension Arena {
  /// The values of a collection that is no list.
  func list<Element>(_ values: some Collection<Element>) -> List<Element> {
    var list = self.list(for: values.count) as List<Element>
    for value in values { list.push(value) }
    return list
  }

  /// A list of one.
  func list<Element>(of value: Element) -> List<Element> {
    var list = self.list(for: 1) as List<Element>
    list.push(value)
    return list
  }

  /// The values that `isKept`; the same list where all are.
  func filter<Element>(
    _ list: List<Element>, _ isKept: (Element) -> Bool
  ) -> List<Element> {
    guard let out = list.firstIndex(where: { !isKept($0) }) else { return list }
    var kept = self.list(for: list.count - 1) as List<Element>
    for index in 0..<out { kept.push(list[index]) }
    for index in out + 1..<list.count where isKept(list[index]) { kept.push(list[index]) }
    return kept
  }

  /// What `transform` makes of the values, nil left out.
  func map<Element, Other>(
    _ list: List<Element>, _ transform: (Element) -> Other?
  ) -> List<Other> {
    var others = self.list(for: list.count) as List<Other>
    for value in list { if let other = transform(value) { others.push(other) } }
    return others
  }

  /// The values of both.
  func joined<Element>(_ one: List<Element>, _ other: List<Element>) -> List<Element> {
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    var both = self.list(for: one.count + other.count) as List<Element>
    for value in one { both.push(value) }
    for value in other { both.push(value) }
    return both
  }

  /// Adds a value at the end of a list that nobody else holds.
  func append<Element>(_ value: Element, to list: inout List<Element>) {
    if list.count == Int(list.capacity) {
      var larger = self.list(for: Swift.max(4, list.count * 2)) as List<Element>
      for value in list { larger.push(value) }
      list = larger
    }
    list.push(value)
  }

  /// An empty list with room for some values.
  func list<Element>(for count: Int) -> List<Element> {
    count == 0 ? List() : List(room(for: count, of: Element.self), capacity: count)
  }
}
