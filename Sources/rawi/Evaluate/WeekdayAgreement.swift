internal import ArabicText
internal import EventExtraction

/// How often «اليوم», «أمس», «غدا» with a weekday beside them agree with the day of publication: a
/// check of dates that needs no labels.
struct WeekdayAgreement {
  struct Result: Sendable {
    var found = 0
    /// The named weekday is the reference's, so many days on.
    var agreeing = 0
    var disagreements: [String] = []

    var share: Double { found == 0 ? 1 : Double(agreeing) / Double(found) }
  }

  let reader: TimeReader

  func add(_ article: String, reference: EventExtraction.Day, to result: inout Result) {
    let text = TokenizedText(article)
    for mention in reader.times(in: text, sentences: text.sentences(), reference: reference) {
      let weekday: Int
      let offset: Int
      switch mention.form {
      case .days(let days, let day?): (offset, weekday) = (days, day)
      default: continue
      }
      result.found += 1
      if (reference + offset).weekday == weekday {
        result.agreeing += 1
      } else {
        result.disagreements.append(text.text(mention.tokens) + " → " + (mention.value ?? "nil"))
      }
    }
  }
}
