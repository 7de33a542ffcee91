/// Cardinals: «ثلاثة وعشرون ألفا ومئتان», «3.5 ملايين», «مئتا ألف», «مليون ونصف المليون».
extension NumberScan {
  func cardinal(at start: Int) -> Reading? {
    var total = 0.0
    var lastScale = Double.infinity
    var end = start
    var at = start
    var isDigits = false
    var isScaled = false
    while let part = part(at: at, isFirst: at == start), part.scale < lastScale {
      if part.value == 0 && at != start { break }
      // Behind «3 آلاف» a number in digits goes on only as its hundreds.
      if part.isDigits && at != start && part.scale == 1 {
        guard lastScale == 1000, part.value >= 100, part.value < 1000 else { break }
      }
      total += part.value * part.scale
      end = part.end
      isScaled = part.scale > 1
      lastScale = part.scale
      if at == start { isDigits = part.isDigits && !isScaled && end == start + 1 }
      guard isScaled, let next = afterAnd(end) else { break }
      at = next
    }
    guard end > start else { return nil }
    if let fifth = entry(end), fifth.kind == .unitOrFraction, clitics(end).isEmpty, total > 10 {
      return Reading(value: total / fifth.value, end: end + 1, kind: .fraction)
    }
    if let (share, behind) = addedFraction(end) {
      let base = isScaled ? lastScale : 1
      return Reading(value: total + share * base, end: behind)
    }
    if let (decimals, behind) = spokenDecimals(end) {
      return Reading(value: total + decimals, end: behind)
    }
    return Reading(value: total, end: end, isDigits: isDigits)
  }

  private struct Part {
    var value: Double
    var scale: Double
    var end: Int
    var isDigits: Bool
  }

  /// A number below the next scale, and the scales that multiply it.
  private func part(at start: Int, isFirst: Bool) -> Part? {
    guard start < text.tokens.count else { return nil }
    if let group = group(at: start) {
      let (scale, end) = scales(at: group.end)
      return Part(value: group.value, scale: scale, end: end, isDigits: group.isDigits)
    }
    guard let entry = entry(start) else { return nil }
    switch entry.kind {
    case .scale:
      let (more, end) = scales(at: start + 1)
      return Part(
        value: 1, scale: Digits.power(Int(entry.value)) * more, end: end, isDigits: false)
    case .dualScale, .accusativeScale:
      let (more, end) = scales(at: start + 1)
      return Part(
        value: 2, scale: Digits.power(Int(entry.value)) * more, end: end, isDigits: false)
    case .dozen where isFirst: return Part(value: 12, scale: 1, end: start + 1, isDigits: false)
    case .dualDozen where isFirst: return Part(value: 24, scale: 1, end: start + 1, isDigits: false)
    default: return nil
    }
  }

  private func scales(at start: Int) -> (Double, Int) {
    var scale = 1.0
    var at = start
    while let entry = entry(at), clitics(at).isDisjoint(with: [.conjunction, .ba, .lam, .kaf]) {
      switch entry.kind {
      case .scale, .scales, .accusativeScale: scale *= Digits.power(Int(entry.value))
      case .dozen: scale *= 12
      default: return (scale, at)
      }
      at += 1
    }
    return (scale, at)
  }

  private struct Group {
    var value: Double
    var end: Int
    var isDigits: Bool
  }

  /// A number below a thousand in words, or any number in digits.
  private func group(at start: Int) -> Group? {
    if text.tokens[start].kind == .number { return digits(at: start) }
    guard let entry = entry(start) else { return nil }
    switch entry.kind {
    case .hundred:
      return withTail(100, start + 1)
    case .hundreds:
      return withTail(entry.value, start + 1)
    case .unit, .unitOrFraction:
      if let next = self.entry(start + 1), next.kind == .hundred, clitics(start + 1).isEmpty {
        return withTail(entry.value * 100, start + 2)
      }
      return belowHundred(at: start)
    default: return belowHundred(at: start)
    }
  }

  private func withTail(_ base: Double, _ end: Int) -> Group {
    guard let next = afterAnd(end), next < text.tokens.count else {
      return Group(value: base, end: end, isDigits: false)
    }
    if let dozens = entry(next), dozens.kind == .dozen || dozens.kind == .dualDozen {
      return Group(value: base + dozens.value, end: next + 1, isDigits: false)
    }
    // «مئتين وثلاثة أخماس» ends with a fraction.
    if let tail = belowHundred(at: next), tail.value > 0, entry(tail.end)?.kind != .fractions {
      return Group(value: base + tail.value, end: tail.end, isDigits: false)
    }
    return Group(value: base, end: end, isDigits: false)
  }

  private func belowHundred(at start: Int) -> Group? {
    guard let entry = entry(start) else { return nil }
    switch entry.kind {
    case .eleven:
      guard let next = self.entry(start + 1), next.kind == .teen else { return nil }
      return Group(value: 11, end: start + 2, isDigits: false)
    case .unit, .unitOrFraction:
      if let next = self.entry(start + 1), next.kind == .teen, clitics(start + 1).isEmpty {
        return Group(value: 10 + entry.value, end: start + 2, isDigits: false)
      }
      if let next = afterAnd(start + 1), let tens = self.entry(next), tens.kind == .tens {
        return Group(value: entry.value + tens.value, end: next + 1, isDigits: false)
      }
      // «الاثنين» is a Monday.
      if entry.value == 2, clitics(start).contains(.article) { return nil }
      return Group(value: entry.value, end: start + 1, isDigits: false)
    case .teen, .tens, .zero:
      return Group(value: entry.value, end: start + 1, isDigits: false)
    default: return nil
    }
  }

  private func digits(at start: Int) -> Group? {
    let hundred = entry(start + 1)?.kind == .hundred && clitics(start + 1).isEmpty
    let scaleFollows =
      entry(start + 1).map { [.scale, .scales, .accusativeScale].contains($0.kind) } ?? false
    guard let digits = digits(start, scaleFollows: scaleFollows || hundred) else { return nil }
    if hundred {
      return Group(value: digits.value * 100, end: start + 2, isDigits: true)
    }
    return spacedThousands(digits, start)
      ?? Group(value: digits.value, end: start + 1, isDigits: true)
  }

  /// «321 666»: groups of three digits parted by spaces.
  private func spacedThousands(_ first: Digits, _ start: Int) -> Group? {
    guard !first.hasSeparator, first.count <= 3, first.value > 0 else { return nil }
    var value = first.value
    var at = start + 1
    while at < text.tokens.count, text.tokens[at].kind == .number, letters(at) >= 3,
      let next = digits(at, scaleFollows: true), next.count == 3,
      !next.hasSeparator || next.value < 1000
    {
      value = value * 1000 + next.value
      at += 1
      if next.hasSeparator { break }
    }
    guard at > start + 1 else { return nil }
    return Group(value: value, end: at, isDigits: false)
  }

  func digits(_ at: Int, scaleFollows: Bool) -> Digits? {
    let token = text.tokens[at]
    return Digits(text.utf8[Int(token.start)..<Int(token.end)], scaleFollows: scaleFollows)
  }

  /// «ونصف», «وثلاثة أرباع», «ونصف المليون».
  private func addedFraction(_ end: Int) -> (Double, Int)? {
    guard let next = afterAnd(end), let entry = entry(next),
      clitics(next).isDisjoint(with: [.article, .ba, .lam])
    else { return nil }
    var share: Double
    var behind = next + 1
    switch entry.kind {
    case .fraction: share = 1 / entry.value
    case .dualFraction: share = 2 / entry.value
    case .unit:
      guard let parts = self.entry(next + 1), parts.kind == .fractions else { return nil }
      share = entry.value / parts.value
      behind += 1
    default: return nil
    }
    if let scale = self.entry(behind), scale.kind == .scale, clitics(behind) == .article {
      behind += 1
    }
    return (share, behind)
  }

  /// «46 فاصل 5»: a decimal read out.
  private func spokenDecimals(_ end: Int) -> (Double, Int)? {
    guard let point = entry(end), point.kind == .point, end + 1 < text.tokens.count,
      let decimals = group(at: end + 1), decimals.value < 1e9
    else { return nil }
    // «فاصلة ثلاثة من مئة»
    if entry(decimals.end)?.kind == .of, let below = group(at: decimals.end + 1),
      [10, 100, 1000].contains(below.value), decimals.value < below.value
    {
      return (decimals.value / below.value, below.end)
    }
    var places = 1
    while Digits.power(places) <= decimals.value { places += 1 }
    return (decimals.value / Digits.power(places), decimals.end)
  }
}
