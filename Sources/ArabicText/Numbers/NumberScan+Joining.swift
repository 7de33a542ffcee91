/// Percentages and ranges, made of the numbers beside each other.
extension NumberScan {
  func joined() -> [NumberMention] { joined(plain()) }

  func joined(_ plain: [NumberMention]) -> [NumberMention] {
    var mentions: [NumberMention] = []
    for mention in plain {
      var mention = mention
      if mention.kind != .ordinal, let end = percentSign(behind: mention.tokens.upperBound) {
        mention.tokens = mention.tokens.lowerBound..<end
        mention.kind = .percentage
        mention.unit = nil
      } else if mention.kind == .cardinal, let start = percentSign(before: mention.tokens) {
        mention.tokens = start..<mention.tokens.upperBound
        mention.kind = .percentage
      } else if mention.isDigits, let hundred = mentions.last, isPercentBefore(mention, hundred) {
        mentions.removeLast()
        mention.tokens = hundred.tokens.lowerBound..<mention.tokens.upperBound
        mention.kind = .percentage
        mention.unit = nil
      } else if mentions.last?.kind == .percentage, isHundred(mention, behind: mentions.last) {
        continue
      }
      if let last = mentions.last, let start = range(last, mention) {
        let kind: NumberMention.Kind =
          last.kind == .percentage || mention.kind == .percentage ? .percentage : .range
        mentions[mentions.count - 1] = NumberMention(
          tokens: start..<mention.tokens.upperBound, kind: kind, value: scaled(last, mention),
          upper: mention.value, unit: mention.unit)
      } else {
        mentions.append(mention)
      }
    }
    return mentions
  }

  /// Whether more numbers joined by marks stand beside two, as in «1-222-2222».
  private func isInRow(_ first: NumberMention, _ second: NumberMention) -> Bool {
    let (before, behind) = (first.tokens.lowerBound - 2, second.tokens.upperBound + 1)
    let isAfterNumber =
      before >= 0 && text.tokens[before].kind == .number && isJoint(before + 1)
    let isBeforeNumber =
      behind < text.tokens.count && text.tokens[behind].kind == .number && isJoint(behind - 1)
    return isAfterNumber || isBeforeNumber
  }

  private func isJoint(_ at: Int) -> Bool {
    (text.tokens[at].isMark("-") || text.tokens[at].isMark("/"))
      && !text.tokens[at].spaceBefore && !text.tokens[at + 1].spaceBefore
  }

  /// The end of «%», «بالمئة», «في المئة» behind a number.
  private func percentSign(behind end: Int) -> Int? {
    guard end < text.tokens.count else { return nil }
    if isPercent(end) {
      // In «5 %50» the sign belongs to the number behind it.
      if text.tokens[end].spaceBefore, end + 1 < text.tokens.count,
        text.tokens[end + 1].kind == .number, !text.tokens[end + 1].spaceBefore
      {
        return nil
      }
      return end + 1
    }
    guard let entry = entry(end) else { return nil }
    if entry.kind == .hundred, clitics(end) == [.ba, .article] { return end + 1 }
    if entry.kind == .fi, let next = self.entry(end + 1), next.kind == .hundred,
      clitics(end + 1) == .article
    {
      return end + 2
    }
    return nil
  }

  private func percentSign(before tokens: Range<Int>) -> Int? {
    let sign = tokens.lowerBound - 1
    guard sign >= 0, isPercent(sign), !text.tokens[tokens.lowerBound].spaceBefore,
      text.tokens[sign].spaceBefore || sign == 0 || text.tokens[sign - 1].kind != .number
    else { return nil }
    return sign
  }

  /// «بالمائة 210»: the words before the number, as a line that was turned round has them.
  private func isPercentBefore(_ number: NumberMention, _ hundred: NumberMention) -> Bool {
    hundred.tokens.count == 1 && hundred.tokens.upperBound == number.tokens.lowerBound
      && hundred.value == 100 && clitics(hundred.tokens.lowerBound) == [.ba, .article]
  }

  private func isPercent(_ at: Int) -> Bool {
    text.tokens[at].isMark("%") || text.tokens[at].isMark("٪")
  }

  /// Whether a hundred is the one of the percentage before it.
  private func isHundred(_ mention: NumberMention, behind last: NumberMention?) -> Bool {
    guard let last else { return false }
    return mention.tokens.lowerBound < last.tokens.upperBound
  }

  /// «10 إلى 12 ألف»: the scale counts for both ends.
  private func scaled(_ first: NumberMention, _ second: NumberMention) -> Double {
    guard first.isDigits, second.tokens.count > 1, second.kind == .cardinal, first.value < 1000,
      second.value < 1e18
    else {
      return first.value
    }
    var scale = 1.0
    while second.value / scale >= 1000 { scale *= 1000 }
    return first.value * scale < second.value ? first.value * scale : first.value
  }

  /// Where the range of two numbers begins, if they are one: «3-5», «بين 3 و5», «من 3 إلى 5».
  private func range(_ first: NumberMention, _ second: NumberMention) -> Int? {
    guard first.kind != .ordinal, second.kind != .ordinal, first.upper == nil,
      first.kind != .fraction, second.kind != .fraction, first.value < second.value
    else { return nil }
    let gap = first.tokens.upperBound..<second.tokens.lowerBound
    let start = first.tokens.lowerBound
    if gap.count == 1 {
      let token = text.tokens[gap.lowerBound]
      if token.kind == .punctuation, [0x2D, 0x2013, 0x2014].contains(token.symbol) {
        return isInRow(first, second) ? nil : start
      }
      if entry(gap.lowerBound)?.kind == .upTo { return start }
    }
    guard start > 0, entry(start - 1)?.kind == .between,
      afterAnd(first.tokens.upperBound) == second.tokens.lowerBound
    else { return nil }
    return start - 1
  }
}
