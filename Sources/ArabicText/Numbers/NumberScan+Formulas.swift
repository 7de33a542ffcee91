/// Numbers in digits that a mark or letter between two tokens makes one of.
extension NumberScan {
  /// «5ر16», «1/2», «2 1/4», «1e10», «1.1^23», «1 على ثلاثة».
  func formula(at start: Int) -> Reading? {
    guard let first = plainDigits(start) else { return nil }
    if let reading = markedDecimals(at: start) { return reading }
    if let reading = slashed(at: start) { return withWhole(reading) }
    if let reading = slashed(at: start + 1), text.tokens[start + 1].spaceBefore,
      first.value == first.value.rounded()
    {
      return Reading(value: first.value + reading.value, end: reading.end)
    }
    if let (exponent, end) = exponent(at: start + 1) {
      return Reading(value: first.value * Self.power(10, exponent), end: end)
    }
    if start + 1 < text.tokens.count, text.tokens[start + 1].isMark("^"),
      let (exponent, end) = signed(start + 2)
    {
      return Reading(value: Self.power(first.value, exponent), end: end)
    }
    guard first.value == 1, let below = denominator(at: start + 1, of: 1) else { return nil }
    return Reading(value: 1 / below.value, end: below.end, kind: .fraction)
  }

  /// «.25» with nothing before the point.
  func leadingPoint(at start: Int) -> Reading? {
    guard text.tokens[start].isMark("."), text.tokens[start].spaceBefore,
      start + 1 < text.tokens.count, text.tokens[start + 1].kind == .number,
      !text.tokens[start + 1].spaceBefore, let decimals = plainDigits(start + 1),
      !decimals.hasSeparator
    else { return nil }
    return Reading(value: decimals.value / Digits.power(decimals.count), end: start + 2)
  }

  /// «1ر16» of the Maghreb's agencies: the decimals stand first, as the line runs.
  private func markedDecimals(at start: Int) -> Reading? {
    guard let mark = entry(start + 1), mark.kind == .mark, clitics(start + 1).isEmpty,
      start + 2 < text.tokens.count, !text.tokens[start + 2].spaceBefore,
      let decimals = plainDigits(start), let whole = plainDigits(start + 2),
      !decimals.hasSeparator, !whole.hasSeparator
    else { return nil }
    return Reading(
      value: whole.value + decimals.value / Digits.power(decimals.count), end: start + 3)
  }

  /// «1/2»; not a part of a date or a longer row.
  private func slashed(at start: Int) -> Reading? {
    guard start + 2 < text.tokens.count, let above = plainDigits(start),
      text.tokens[start + 1].isMark("/"), !text.tokens[start + 1].spaceBefore,
      !text.tokens[start + 2].spaceBefore, let below = plainDigits(start + 2),
      above.count <= 2, below.count <= 2, below.value > 0, !above.hasSeparator, !below.hasSeparator
    else { return nil }
    if start + 3 < text.tokens.count, text.tokens[start + 3].isMark("/") { return nil }
    if start > 0, text.tokens[start - 1].isMark("/") { return nil }
    return Reading(value: above.value / below.value, end: start + 3, kind: .fraction)
  }

  /// «١/٤ ٢»: the whole number behind its fraction, as the line runs.
  private func withWhole(_ fraction: Reading) -> Reading {
    let at = fraction.end
    guard let whole = plainDigits(at), text.tokens[at].spaceBefore, whole.count <= 2,
      !whole.hasSeparator, fraction.value < 1,
      at + 1 == text.tokens.count
        || text.tokens[at + 1].kind == .punctuation
          && !text.tokens[at + 1].isMark("/")
    else { return fraction }
    return Reading(value: whole.value + fraction.value, end: at + 1)
  }

  private func exponent(at start: Int) -> (Int, Int)? {
    guard start + 1 < text.tokens.count, text.tokens[start].kind == .foreign, letters(start) == 1,
      text.letters(start).first == 0x65, !text.tokens[start].spaceBefore
    else { return nil }
    return signed(start + 1)
  }

  private func signed(_ start: Int) -> (Int, Int)? {
    guard start < text.tokens.count else { return nil }
    let isSigned = text.tokens[start].isMark("-") || text.tokens[start].isMark("+")
    let at = isSigned ? start + 1 : start
    guard at < text.tokens.count, let digits = plainDigits(at), !digits.hasSeparator,
      digits.value < 300
    else { return nil }
    return (text.tokens[start].isMark("-") ? -Int(digits.value) : Int(digits.value), at + 1)
  }

  private func plainDigits(_ at: Int) -> Digits? {
    guard at < text.tokens.count, text.tokens[at].kind == .number else { return nil }
    return digits(at, scaleFollows: false)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
}
