/// The value of one token of digits.
struct Digits {
  var value: Double
  /// Digits before the first separator.
  var count: Int
  var hasSeparator: Bool

  /// Reads Western, Arabic-Indic and Persian digits with the separators `,` `.` `،` `٫` `٬`.
  ///
  /// Separators that part groups of exactly three digits mean thousands, unless the number begins
  /// with 0 or a scale word follows («117،901 مليون»); of two kinds of separators the last one is
  /// the decimal point. Nil for what is no number («12.03.2024», «192.168.1.2»).
  init?(_ utf8: Slice<UnsafeBufferPointer<UInt8>>, scaleFollows: Bool) {
    if let (value, count) = Self.plain(utf8) {
      self.value = value
      self.count = count
      hasSeparator = false
      return
    }
    var groups: [Double] = [0]
    var lengths: [Int] = [0]
    var separators: [UInt32] = []
    var at = utf8.startIndex
    while at < utf8.endIndex {
      let byte = utf8[at]
      if byte < 0x80 {
        at += 1
        if byte >= 0x30 && byte <= 0x39 {
          Self.push(Double(byte - 0x30), &groups, &lengths)
        } else {
          Self.part(UInt32(byte), &groups, &lengths, &separators)
        }
      } else if byte < 0xE0 {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(utf8[at + 1] & 0x3F)
        at += 2
        switch scalar {
        case 0x0660...0x0669: Self.push(Double(scalar - 0x0660), &groups, &lengths)
        case 0x06F0...0x06F9: Self.push(Double(scalar - 0x06F0), &groups, &lengths)
        case 0x060C, 0x066B, 0x066C: Self.part(scalar, &groups, &lengths, &separators)
        default: break
        }
      } else {
        at += byte < 0xF0 ? 3 : 4
      }
    }
    count = lengths[0]
    hasSeparator = !separators.isEmpty
    guard let last = separators.last else {
      value = groups[0]
      return
    }
    let thousands = lengths.dropFirst().allSatisfy { $0 == 3 } && lengths[0] <= 3
    let mixed = separators.contains { $0 != last }
    let single = separators.count == 1
    let decimal =
      single && (!thousands || groups[0] == 0 || scaleFollows || last == 0x066B) && last != 0x066C
    if decimal || mixed {
      value =
        Self.joined(groups.dropLast(), base: 1000)
        + groups[groups.count - 1] / Self.power(lengths[lengths.count - 1])
    } else if thousands {
      value = Self.joined(groups[...], base: 1000)
    } else {
      return nil
    }
  }

  /// Digits without separators, which most numbers are.
  private static func plain(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> (Double, Int)? {
    var value = 0.0
    for byte in utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Double(byte - 0x30)
    }
    return (value, utf8.count)
  }

  private static func push(_ digit: Double, _ groups: inout [Double], _ lengths: inout [Int]) {
    groups[groups.count - 1] = groups[groups.count - 1] * 10 + digit
    lengths[lengths.count - 1] += 1
  }

  private static func part(
    _ scalar: UInt32, _ groups: inout [Double], _ lengths: inout [Int], _ separators: inout [UInt32]
  ) {
    groups.append(0)
    lengths.append(0)
    separators.append(scalar)
  }

  private static func joined(_ groups: ArraySlice<Double>, base: Double) -> Double {
    groups.reduce(0) { $0 * base + $1 }
  }

  static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
  }
}
