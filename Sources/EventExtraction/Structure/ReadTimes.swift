internal import ArabicText
internal import Contracts

extension Analysis {
  /// Finds numbers and times, then the text's build, and settles the times against the dateline's
  /// day, or where there is none that of publication.
  func readTimes(_ reader: TimeReader, published: Day?, hasTitle: Bool) {
    readWords()
    let plain = reader.numbers.plainNumbers(in: text)
    numbers.assign(reader.numbers.joined(plain, in: text))
    let stops = text.sentences()
    times.assign(
      reader.times(in: text, sentences: stops, reference: published, plainNumbers: plain))
    readStructure(hasTitle: hasTitle)
    reference = dateline?.date ?? published
    if reference != published {
      times.assign(
        reader.times(in: text, sentences: stops, reference: reference, plainNumbers: plain))
    }
  }
}
