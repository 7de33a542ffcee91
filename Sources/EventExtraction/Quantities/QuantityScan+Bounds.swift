internal import ArabicText
internal import Contracts

/// Words that bound a number.
extension QuantityScan {
  /// «نحو», «أكثر من» before the number, «على الأقل» behind it.
  func setBound(_ draft: inout QuantityDraft, _ sentence: Range<Int>) {
    let first = draft.tokens.lowerBound
    if first > sentence.lowerBound, analysis.text.letters(first - 1).elementsEqual(Self.whatever) {
      draft.opening = first - 1
    }
    // The longest phrase that ends there: «لا يتجاوز» begins before «يتجاوز».
    for start in stride(from: first - 1, through: max(sentence.lowerBound, first - 4), by: -1) {
      guard let (entry, end) = match(start, sentence), end == first,
        let bound = words.entries[entry].bound
      else { continue }
      draft.bound = bound
      draft.opening = start
    }
    guard draft.bound == nil else { return }
    let last = draft.tokens.upperBound
    for start in last..<max(last, min(sentence.upperBound, last + 3)) {
      if analysis.numberAt[start] >= 0 { return }
      guard let (entry, _) = match(start, sentence), let bound = words.entries[entry].bound else {
        continue
      }
      if bound == .atLeast || bound == .atMost || bound == .about && start == last {
        draft.bound = bound
      }
      return
    }
  }

  private static let whatever = Letter.fold("ما")
}
