/// Values one behind another in memory of their own, read without counting references.
///
/// It does not own that memory as an array does: a copy is a view of the same values, and whoever
/// made the first one ends with ``deallocate()``. An object that keeps columns does so in `deinit`.
@frozen
public struct Column<Element>: RandomAccessCollection, MutableCollection {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  @inlinable
  public init(capacity: Int = 0) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  @inlinable public var count: Int { used }
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { used }

  @inlinable
  public subscript(index: Int) -> Element {
    unsafeAddress {
      precondition(index >= 0 && index < used)
      return UnsafePointer(base + index)
    }
    unsafeMutableAddress {
      precondition(index >= 0 && index < used)
      return base + index
    }
  }

  /// The values of a range, valid until the column grows or is emptied.
  @inlinable
  public func values(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= used)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// All values, valid until the column grows or is emptied.
  @inlinable public var all: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: used)
  }

  @inlinable
  public mutating func append(_ value: Element) {
    if used == capacity { grow(to: used + 1) }
    (base + used).initialize(to: value)
    used &+= 1
  }

  @inlinable
  public mutating func append(contentsOf values: some Collection<Element>) {
    reserve(used + values.count)
    for value in values { append(value) }
  }

  @inlinable
  public mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
    guard let first = values.baseAddress else { return }
    reserve(used + values.count)
    (base + used).initialize(from: first, count: values.count)
    used += values.count
  }

  /// Appends what `body` writes.
  ///
  /// - Parameters:
  ///   - count: the most values that `body` may write.
  ///   - body: is handed the room for them, and tells how many it has written.
  @inlinable
  public mutating func append(
    atMost count: Int, _ body: (UnsafeMutablePointer<Element>) -> Int
  ) {
    reserve(used + count)
    let written = body(base + used)
    precondition(written >= 0 && written <= count)
    used += written
  }

  /// Replaces all values by others.
  @inlinable
  public mutating func assign(_ values: some Collection<Element>) {
    removeAll()
    append(contentsOf: values)
  }

  /// Takes the values from `start` on out that do not satisfy a condition.
  @inlinable
  public mutating func keep(from start: Int, where isKept: (Element) -> Bool) {
    var end = start
    for index in start..<used where isKept(base[index]) {
      if end < index { base[end] = base[index] }
      end += 1
    }
    truncate(to: end)
  }

  /// Makes room for so many values in all.
  @inlinable
  public mutating func reserve(_ total: Int) {
    if total > capacity { grow(to: total) }
  }

  /// Replaces all values by `value`, `count` times.
  @inlinable
  public mutating func fill(_ value: Element, count: Int) {
    removeAll()
    reserve(count)
    base.initialize(repeating: value, count: count)
    used = count
  }

  /// Takes the values behind the first `count` out.
  @inlinable
  public mutating func truncate(to count: Int) {
    precondition(count <= used)
    (base + count).deinitialize(count: used - count)
    used = count
  }

  /// Takes all values out and keeps the memory.
  @inlinable
  public mutating func removeAll() { truncate(to: 0) }

  /// Gives the memory back; neither the column nor a copy may be used afterwards.
  @inlinable
  public func deallocate() {
    base.deinitialize(count: used)
    base.deallocate()
  }

  @inline(never)
  @usableFromInline
  mutating func grow(to total: Int) {
    capacity = Swift.max(total, capacity * 2, 16)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: base, count: used)
    base.deallocate()
    base = larger
  }
}
