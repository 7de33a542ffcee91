/// Writes JSON straight into memory of its own, fields in the order of the calls.
///
/// The memory is kept between records: call ``reset()`` and write the next one.
public struct JSONWriter: ~Copyable, @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Every value is followed by a comma, which the end of its object or array takes back: so no
  /// value has to ask whether it is the first.
  private var used = 0

  /// - Parameter capacity: bytes that can be written before more memory is needed.
  public init(capacity: Int = 1024) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  public mutating func reset() { used = 0 }

  /// What was written.
  public var bytes: [UInt8] {
    let end = used > 0 && base[used - 1] == UInt8(ascii: ",") ? used - 1 : used
    return Array(UnsafeBufferPointer(start: base, count: end))
  }

  @inline(__always)
  public mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    fields(&self)
    close(UInt8(ascii: "}"))
  }

  @inline(__always)
  public mutating func array<S: Sequence>(
    _ elements: S, _ write: (inout JSONWriter, S.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements { write(&self, element) }
    close(UInt8(ascii: "]"))
  }

  @inline(__always)
  public mutating func key(_ name: StaticString) {
    let count = name.utf8CodeUnitCount
    reserve(count + 3)
    let at = base + used
    at[0] = UInt8(ascii: "\"")
    (at + 1).update(from: name.utf8Start, count: count)
    at[count + 1] = UInt8(ascii: "\"")
    at[count + 2] = UInt8(ascii: ":")
    used += count + 3
  }

  public mutating func null() { put("null,") }

  public mutating func value(_ number: Int) {
    reserve(24)
    if number < 0 { append(UInt8(ascii: "-")) }
    digits(number.magnitude)
    append(UInt8(ascii: ","))
  }

  /// Writes a finite number in its shortest exact form, and null for one that JSON cannot carry.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    if decimal(number) { return }
    let text = number.description
    reserve(text.utf8.count + 1)
    for byte in text.utf8 { append(byte) }
    append(UInt8(ascii: ","))
  }

  public mutating func value(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ quote($0) }) == nil {
      var text = text
      text.withUTF8 { quote($0) }
    }
  }

  /// Begins fields that are kept apart from those before them: a comma stands first.
  public mutating func goOn() {
    reserve(1)
    append(UInt8(ascii: ","))
  }

  /// Puts fields that were kept apart, see ``goOn()``, behind others of the same object.
  public mutating func fields(_ kept: [UInt8]) {
    guard !kept.isEmpty else { return }
    // The comma is there already.
    reserve(kept.count)
    kept.withUnsafeBufferPointer {
      (base + used).update(from: $0.baseAddress! + 1, count: kept.count - 1)
    }
    used += kept.count - 1
    append(UInt8(ascii: ","))
  }

  // MARK: Numbers

  /// Writes a number that is a whole number of hundred-thousandths, as most are.
  ///
  /// Its decimal digits are at most fifteen, and no two decimals of so few digits are the same
  /// double: so they are its shortest form.
  private mutating func decimal(_ number: Double) -> Bool {
    guard number.magnitude >= 0.001, number.magnitude < 1e9 else { return false }
    let scaled = (number * 100_000).rounded()
    guard scaled / 100_000 == number else { return false }
    reserve(32)
    if number < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = UInt(scaled.magnitude).quotientAndRemainder(dividingBy: 100_000)
    digits(whole)
    append(UInt8(ascii: "."))
    var rest = fraction
    var unit: UInt = 10_000
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    } while rest > 0
    append(UInt8(ascii: ","))
    return true
  }

  @inline(__always)
  private mutating func digits(_ number: UInt) {
    // Nearly all are offsets in a text.
    var count = number < 100 ? (number < 10 ? 1 : 2) : number < 1000 ? 3 : number < 10_000 ? 4 : 0
    if count == 0 {
      count = 5
      var rest = number / 100_000
      while rest > 0 {
        count += 1
        rest /= 10
      }
    }
    var at = used + count
    used = at
    var rest = number
    repeat {
      at -= 1
      let (more, digit) = rest.quotientAndRemainder(dividingBy: 10)
      base[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = more
    } while rest > 0
  }

  // MARK: Text

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    // Most texts need no escape; each escape makes room for itself.
    reserve(text.count + 3)
    append(UInt8(ascii: "\""))
    var at = copyClean(text, from: 0)
    while at < text.count {
      reserve(text.count - at + 8)
      escape(text[at])
      at = copyClean(text, from: at + 1)
    }
    append(UInt8(ascii: "\""))
    append(UInt8(ascii: ","))
  }

  /// Copies up to the next byte that needs an escape, and tells where that stands.
  @inline(__always)
  private mutating func copyClean(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 32 <= text.count {
      let words = EightBytes.loadFour(text, at: at)
      guard JSONEscapes.areClean(words) else { break }
      UnsafeMutableRawPointer(base + used).storeBytes(of: words, as: SIMD4<UInt64>.self)
      (at, used) = (at + 32, used + 32)
    }
    while at + 8 <= text.count {
      let word = EightBytes.load(text, at: at)
      guard JSONEscapes.found(in: word) == 0 else { break }
      UnsafeMutableRawPointer(base + used).storeBytes(of: word.littleEndian, as: UInt64.self)
      (at, used) = (at + 8, used + 8)
    }
    while at < text.count, !JSONEscapes.isEscaped(text[at]) {
      append(text[at])
      at += 1
    }
    return at
  }

  private mutating func escape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      put("u00")
      append(Hexadecimal.digit(byte >> 4))
      append(Hexadecimal.digit(byte & 15))
    }
  }

  // MARK: Memory

  private mutating func open(_ mark: UInt8) {
    reserve(1)
    append(mark)
  }

  private mutating func close(_ mark: UInt8) {
    reserve(2)
    if base[used - 1] == UInt8(ascii: ",") { used -= 1 }
    append(mark)
    append(UInt8(ascii: ","))
  }

  @inline(__always)
  fileprivate mutating func put(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    reserve(count)
    (base + used).update(from: text.utf8Start, count: count)
    used += count
  }

  /// Appends a byte for which there is room.
  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    base[used] = byte
    used += 1
  }

  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if capacity - used < count { grow(count) }
  }

  @inline(never)
  private mutating func grow(_ count: Int) {
    capacity = max(capacity * 2, used + count)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: used)
    base.deallocate()
    base = larger
  }
}
