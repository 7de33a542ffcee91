internal import ArabicText
internal import Contracts

extension Analysis {
  /// Finds numbers and times, then the text's build, and settles the times against the dateline's
  /// day, or where there is none that of publication.
  func readTimes(_ reader: TimeReader, published: Day?, hasTitle: Bool) {
    readWords()
    let plain = reader.numbers.plainNumbers(in: text, numberMatches.all)
    numbers.assign(reader.numbers.joined(plain, in: text, numberMatches.all))
    let stops = text.sentences()
    readTimes(reader, reference: published, stops, plain)
    readStructure(stops, hasTitle: hasTitle)
    reference = dateline?.date ?? published
    if reference != published { readTimes(reader, reference: reference, stops, plain) }
  }

  private func readTimes(
    _ reader: TimeReader, reference: Day?, _ stops: [Range<Int>], _ plain: [NumberMention]
  ) {
    times.assign(
      reader.times(
        in: text, sentences: stops, reference: reference, numbers: plain,
        matches: timeMatches.all))
  }
}
