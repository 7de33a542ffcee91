/// Ordinals and fractions.
extension NumberScan {
  /// «الثالثة والعشرين», «الحادي عشر», «الأول».
  func ordinal(at start: Int) -> Reading? {
    guard let entry = entry(start) else { return nil }
    // «30 ثانية» are seconds.
    if entry.value == 2, start > 0, text.tokens[start - 1].kind == .number,
      clitics(start).isEmpty
    {
      return nil
    }
    if let next = self.entry(start + 1), next.kind == .teen, clitics(start + 1).isEmpty {
      return Reading(value: 10 + entry.value, end: start + 2, kind: .ordinal)
    }
    if let next = afterAnd(start + 1), let tens = self.entry(next), tens.kind == .tens {
      return Reading(value: tens.value + entry.value, end: next + 1, kind: .ordinal)
    }
    guard entry.kind == .ordinal else { return nil }
    return Reading(value: entry.value, end: start + 1, kind: .ordinal)
  }

  /// «العشرون», «الواحد والعشرون»: cardinals that the article makes ordinals where no noun that
  /// they could count follows.
  func definiteOrdinal(at start: Int) -> Reading? {
    guard let entry = entry(start), clitics(start).contains(.article) else { return nil }
    if entry.kind == .tens {
      return Reading(value: entry.value, end: start + 1, kind: .ordinal)
    }
    guard entry.kind == .unit, let next = afterAnd(start + 1), let tens = self.entry(next),
      tens.kind == .tens, entry.value == 1 || !clitics(next).contains(.article)
    else { return nil }
    return Reading(value: tens.value + entry.value, end: next + 1, kind: .ordinal)
  }

  /// «نصف», «ثلاثة أرباع», «ثلثا», «نصف مليون», «خمس السكان», «واحد على ثلاثة».
  func fraction(at start: Int) -> Reading? {
    guard let entry = entry(start) else { return nil }
    switch entry.kind {
    case .fraction:
      if let next = self.entry(start + 1) {
        switch next.kind {
        case .final: return nil
        case .scale where clitics(start + 1).isDisjoint(with: [.conjunction, .ba, .lam]):
          return Reading(value: Digits.power(Int(next.value)) / entry.value, end: start + 2)
        case .dozen: return Reading(value: 12 / entry.value, end: start + 2)
        case .tens where clitics(start + 1) == .article,
          .hundred where clitics(start + 1) == .article:
          return Reading(value: next.value / entry.value, end: start + 2)
        default: break
        }
      }
      return Reading(value: 1 / entry.value, end: start + 1, kind: .fraction)
    case .share:
      guard let below = shareOf(start + 1) else { return nil }
      return Reading(value: 1 / below.value, end: below.end, kind: .fraction)
    case .dualFraction:
      return Reading(value: 2 / entry.value, end: start + 1, kind: .fraction)
    case .unit, .unitOrFraction, .teen, .tens:
      if let next = self.entry(start + 1), next.kind == .fractions, clitics(start + 1).isEmpty {
        return Reading(value: entry.value / next.value, end: start + 2, kind: .fraction)
      }
      if entry.value == 1, let below = denominator(at: start + 1, of: 1) {
        return Reading(value: 1 / below.value, end: below.end, kind: .fraction)
      }
      if entry.kind == .unitOrFraction, let next = self.entry(start + 1), next.kind == .tens,
        clitics(start + 1) == .article
      {
        return Reading(value: next.value / entry.value, end: start + 2)
      }
      guard entry.kind == .unitOrFraction, isShare(start) else { return nil }
      return Reading(value: 1 / entry.value, end: start + 1, kind: .fraction)
    default: return nil
    }
  }

  /// «15 على 20», «مئة من ألف», «عشرون جزءا من مئة»: a number over the one behind it, where
  /// nothing is counted by that.
  func ratio(_ above: Reading) -> Reading {
    guard above.kind == .cardinal, let next = entry(above.end), clitics(above.end).isEmpty,
      above.end + 1 < text.tokens.count
    else { return above }
    var below: Reading?
    switch next.kind {
    case .over: below = cardinal(at: above.end + 1)
    // «3 من 10» in digits are rather three things of ten.
    case .of where text.tokens[above.end - 1].kind == .word:
      below = cardinal(at: above.end + 1).flatMap { $0.value > above.value ? $0 : nil }
    case .share: below = shareOf(above.end + 1)
    default: return above
    }
    guard let below, below.value > 0, !below.isDigits || next.kind != .of,
      unit(behind: below.end) == nil || next.kind == .share
    else { return above }
    return Reading(value: above.value / below.value, end: below.end, kind: .fraction)
  }

  /// «من ألف» behind «جزء»; «جزء من ثلاثة» may be one of three parts.
  private func shareOf(_ at: Int) -> Reading? {
    guard entry(at)?.kind == .of, clitics(at).isEmpty, at + 1 < text.tokens.count,
      let below = cardinal(at: at + 1), below.value >= 10
    else { return nil }
    return below
  }

  /// «على ثلاثة», and «من مئة» where nothing is counted by it, behind a 1.
  func denominator(at start: Int, of numerator: Double) -> Reading? {
    guard let over = entry(start), clitics(start).isEmpty, start + 1 < text.tokens.count,
      over.kind == .over || over.kind == .of, let below = cardinal(at: start + 1),
      below.value > numerator
    else { return nil }
    if over.kind == .of, unit(behind: below.end) != nil { return nil }
    return below
  }

  /// Whether «خمس» is a fifth: a definite noun in the singular sense follows, or nothing.
  private func isShare(_ at: Int) -> Bool {
    guard clitics(at).isEmpty, at + 1 < text.tokens.count else { return clitics(at).isEmpty }
    let next = text.tokens[at + 1]
    guard next.kind == .word else { return next.kind == .punctuation }
    let letters = text.letters(at + 1)
    return entry(at + 1) == nil && letters.count > 3
      && letters.starts(with: [Letter.alef, Letter.lam])
  }
}
