internal import ArabicText
internal import Foundation

/// Recognizers-Text's Arabic numbers, ordinals and percentages against ``NumberReader``.
///
/// A wanted number is right where one of that kind and value is found that overlaps its text.
/// Left out are relative ordinals («التالي», «قبل الأخير»), which are words about order, not
/// numbers; texts that do not stand in their sentence (a translation that was changed and its
/// answer not); and pieces of a row of digits such as an address («192.168.1.2»), which is no
/// number here.
struct RecognizersNumbers {
  let reader: NumberReader

  /// - Parameter folder: the specification's `Number` folder.
  func evaluate(_ folder: URL, supportedOnly: Bool) throws -> [(file: String, RecognizersTally)] {
    try ["NumberModel", "OrdinalModel", "PercentModel"].map { name in
      var tally = RecognizersTally()
      for item in try RecognizersCase.read(folder.appending(path: name + ".json"))
      where !supportedOnly || !item.notSupported.contains("dotnet") {
        tally += evaluate(item)
      }
      return (name, tally)
    }
  }

  func evaluate(_ item: RecognizersCase) -> RecognizersTally {
    var tally = RecognizersTally()
    let text = TokenizedText(item.input)
    let mentions = reader.numbers(in: text)
    if item.wanted.isEmpty { tally.extra = mentions.count }
    for wanted in item.wanted where wanted.type != "ordinal.relative" {
      guard let value = wanted.values.first?.first, isAsked(wanted.text, in: text) else { continue }
      tally.wanted += 1
      let overlapping = mentions.filter {
        RecognizersTimes.bare(text.text($0.tokens)).contains(RecognizersTimes.bare(wanted.text))
          || RecognizersTimes.bare(wanted.text).contains(
            RecognizersTimes.bare(text.text($0.tokens)))
      }
      let right = overlapping.filter { agrees($0, wanted.type, value) }
      if let found = right.first {
        tally.right += 1
        if RecognizersTimes.bare(text.text(found.tokens)) == RecognizersTimes.bare(wanted.text) {
          tally.exact += 1
        }
      } else {
        tally.misses.append(
          RecognizersTally.Miss(
            input: item.input, text: wanted.text, wanted: [wanted.type, value],
            got: overlapping.map { "\(text.text($0.tokens)) = \($0.kind) \($0.value)" }
              .joined(separator: "; "),
            kind: overlapping.isEmpty ? "missed" : "value"))
      }
    }
    return tally
  }

  private func isAsked(_ wanted: String, in text: TokenizedText) -> Bool {
    guard
      RecognizersTimes.bare(text.text(text.tokens.indices)).contains(RecognizersTimes.bare(wanted))
    else { return false }
    return !text.tokens.indices.contains { index in
      let token = text.text(index..<index + 1)
      return token.filter { $0 == "." }.count > 2
        && token.split(separator: ".").contains { $0 == wanted }
    }
  }

  private func agrees(_ mention: NumberMention, _ type: String, _ value: String) -> Bool {
    let isPercentage = value.hasSuffix("%")
    guard let number = Double(isPercentage ? String(value.dropLast()) : value),
      isPercentage == (mention.kind == .percentage)
    else { return false }
    if type == "ordinal" && mention.kind == .percentage { return false }
    return abs(number - mention.value) <= 1e-9 * max(1, abs(number))
  }
}
