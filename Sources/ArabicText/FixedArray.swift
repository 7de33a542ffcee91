/// Values that do not change any more, read without counting references: for tables that are made
/// once and looked up often.
@frozen
public struct FixedArray<Element: Sendable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline
  final class Memory {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ values: [Element]) {
      count = values.count
      base = .allocate(capacity: count)
      _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: values)
    }

    deinit {
      base.deinitialize(count: count)
      base.deallocate()
    }
  }

  @usableFromInline let memory: Memory
  @usableFromInline let base: UnsafePointer<Element>
  @usableFromInline let used: Int

  public init(_ values: [Element]) {
    memory = Memory(values)
    base = UnsafePointer(memory.base)
    used = values.count
  }

  @inlinable public var count: Int { used }
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { used }

  @inlinable
  public subscript(index: Int) -> Element {
    unsafeAddress {
      precondition(index >= 0 && index < used)
      return base + index
    }
  }

  /// The values of a range, valid as long as the array is.
  @inlinable
  public func values(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= used)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// All values, valid as long as the array is.
  @inlinable public var all: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: used)
  }
}
