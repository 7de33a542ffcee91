internal import ArabicText
internal import Contracts

/// How far a head's clause reaches: what stands behind another telling belongs to that.
extension SentenceReader {
  /// What is attached to a head: a noun of purpose takes the place behind it, but not the time.
  enum Adjunct {
    case time, place
  }

  /// Whether what stands at a unit can belong to a head before it: no noun between them opens a
  /// telling of its own («بعد مقتل …», «لمكافحة …», «بسبب مقاطعته …»), unless a comma closes it.
  func reaches(_ head: Int, _ unit: Int, _ adjunct: Adjunct) -> Bool {
    guard head + 1 < unit, !isAside(unit) else { return true }
    return !(head + 1..<unit).contains { opensNominal($0, adjunct) }
  }

  /// Whether a comma parts a unit from what stands before it; not one that only closes an
  /// apposition («بعد مقتل بائع السمك، محسن فكري، السنة الماضية»).
  private func isAside(_ unit: Int) -> Bool {
    guard units[unit - 1].isMark(.comma) else { return false }
    return unit < 4 || units[unit - 2].mention == nil || units[unit - 4].mention == nil
      || !units[unit - 3].isMark(.comma)
  }

  private func opensNominal(_ at: Int, _ adjunct: Adjunct) -> Bool {
    guard let mention = units[at].mention else { return false }
    let token = analysis.mentions[mention].head
    guard analysis.facts[token].contains(.masdar) else { return false }
    if units[at].attachedPreposition == .li {
      return adjunct == .place && !analysis.words[token].clitics.contains(.article)
    }
    let before = units[at - 1].tokens
    switch units[at - 1].function {
    // «خلال استضافتها» tells of the same time.
    case .timePreposition: return !isMeanwhile(before.lowerBound)
    case .cause: return true
    case .purpose: return adjunct == .place
    default: break
    }
    guard case .preposition(.other) = units[at - 1].kind else { return false }
    return Self.causes.contains(analysis.text.letters(before.lowerBound))
  }

  private func isMeanwhile(_ token: Int) -> Bool {
    Self.meanwhile.contains(analysis.text.letters(token))
  }

  /// Whether what was said or asked is rather parted from a place by what it speaks of: «استنكارها
  /// لدهس … في أحد الشوارع».
  func speaksOfOther(_ event: EventDraft, before unit: Int) -> Bool {
    switch event.type {
    case .accuse, .request, .reject, .threaten, .support, .agree, .concede, .state: break
    default: return false
    }
    return (event.unit + 1..<max(event.unit + 1, unit)).contains { at in
      guard let mention = units[at].mention,
        let (_, reading) = eventWord(in: analysis.mentions[mention])
      else { return false }
      return isMaterial(reading)
    }
  }

  private static let causes = WordSet(
    ["بسبب", "جراء", "نتيجة", "نظرا", "بغية", "بهدف", "إثر"])
  private static let meanwhile = WordSet(
    ["خلال", "أثناء", "لدى", "حين", "إبان", "طوال", "طيلة"])
}
