/// Memory for the small lists of one article: handed out piece by piece, taken back at once.
///
/// Only for plain values, which need no work when they are given up.
final class Arena {
  private static let blockSize = 1 << 16

  @exclusivity(unchecked) private var blocks: [UnsafeMutableRawPointer] = []
  @exclusivity(unchecked) private var free = UnsafeMutableRawPointer(bitPattern: 16)
    .unsafelyUnwrapped
  @exclusivity(unchecked) private var left = 0
  /// Of the first block, in bytes.
  @exclusivity(unchecked) private var firstSize = 0

  /// Takes all memory back, for the next article; lists of the last may not be used any more.
  func reset() {
    while blocks.count > 1 { blocks.removeLast().deallocate() }
    if let block = blocks.first {
      free = block
      left = firstSize
    }
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Memory for some values, not yet initialised; valid as long as the arena is.
  func room<Value>(for count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
    assert(_isPOD(type) && MemoryLayout<Value>.alignment <= 16)
    let size = (count * MemoryLayout<Value>.stride + 15) & ~15
    if size > left { addBlock(size) }
    let room = free.bindMemory(to: type, capacity: count)
    free += size
    left -= size
    return room
  }

  private func addBlock(_ least: Int) {
    let size = max(least, Self.blockSize)
    free = .allocate(byteCount: size, alignment: 16)
    left = size
    if blocks.isEmpty { firstSize = size }
    blocks.append(free)
  }
}
