/// The folded letters of a word where they stand in a ``TokenizedText``, without counting
/// references: valid as long as the text is kept and no other is read into it.
@frozen
public struct Letters: RandomAccessCollection {
  public let buffer: UnsafeBufferPointer<UInt8>

  @inlinable
  public init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { buffer.count }
  @inlinable public subscript(index: Int) -> UInt8 { buffer[index] }

  @inlinable
  public subscript(bounds: Range<Int>) -> Letters {
    Letters(UnsafeBufferPointer(rebasing: buffer[bounds]))
  }

  @inlinable
  public func starts(with letters: [UInt8]) -> Bool {
    guard count >= letters.count else { return false }
    for index in letters.indices where letters[index] != buffer[index] { return false }
    return true
  }

  @inlinable
  public func ends(with letters: [UInt8]) -> Bool {
    count >= letters.count && dropFirst(count - letters.count).starts(with: letters)
  }

  @inlinable
  public func elementsEqual(_ letters: [UInt8]) -> Bool {
    count == letters.count && starts(with: letters)
  }
}
