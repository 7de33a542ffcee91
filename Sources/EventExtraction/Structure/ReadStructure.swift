internal import ArabicText
internal import Contracts

extension Analysis {
  /// Parts the text into title, dateline, captions, list items and sentences.
  ///
  /// - Parameters:
  ///   - stops: the text's sentences, see ``TokenizedText/sentences()``.
  ///   - hasTitle: whether the text's first line is a title.
  func readStructure(_ stops: [Range<Int>], hasTitle: Bool) {
    var lines = lineRanges()
    var paragraph = 1
    if hasTitle, !lines.isEmpty {
      let title = lines.removeFirst()
      // A headline is one sentence, whatever marks it has, unless it is none.
      let end = min(title.upperBound, title.lowerBound + TokenizedText.longestSentence)
      sentences.append(
        Sentence(tokens: title.lowerBound..<end, kind: .title, item: nil, paragraph: 0))
      if end < title.upperBound { lines.insert(end..<title.upperBound, at: 0) }
    }
    var stop = 0
    var nextItem = 1
    for (number, line) in lines.enumerated() {
      var line = line
      if number < 4, dateline == nil, let found = readDateline(line) {
        dateline = found
        sentences.append(
          Sentence(tokens: found.tokens, kind: .dateline, item: nil, paragraph: paragraph))
        line = found.tokens.upperBound..<line.upperBound
      }
      let item = itemNumber(line, next: nextItem)
      if let item { nextItem = item + 1 }
      let isCaption = number < 3 && beginsCaption(line)
      while stop < stops.count, stops[stop].lowerBound < line.upperBound {
        let tokens = stops[stop].clamped(to: line)
        if stops[stop].upperBound > line.upperBound { break }
        stop += 1
        guard !tokens.isEmpty else { continue }
        sentences.append(
          Sentence(
            tokens: tokens, kind: isCaption ? .caption : item == nil ? .body : .item, item: item,
            paragraph: paragraph))
      }
      paragraph += 1
    }
  }

  private func lineRanges() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in text.tokens.indices where text.tokens[index].kind == .lineBreak {
      if start < index { lines.append(start..<index) }
      start = index + 1
    }
    if start < text.tokens.count { lines.append(start..<text.tokens.count) }
    return lines
  }

  /// «شيآن 30 مارس 2024 (شينخوا)», «تونس (وات) -», «القاهرة - رويترز»: a place, a date or both,
  /// and an agency behind them in brackets or between dashes.
  private func readDateline(_ line: Range<Int>) -> Dateline? {
    let window = line.prefix(16)
    for index in window where isAgency(index) {
      guard index > line.lowerBound, opensAgency(index - 1) else { continue }
      var end = agencyEnd(index)
      let agency = index..<end
      let before = line.lowerBound..<index - 1
      guard !before.isEmpty, before.allSatisfy(isDatelineWord) else { return nil }
      while end < line.upperBound, isSeparator(end) { end += 1 }
      let placeEnd = before.first { !isPlaceWord($0) } ?? before.upperBound
      return Dateline(
        tokens: line.lowerBound..<end,
        place: placeEnd > line.lowerBound ? line.lowerBound..<placeEnd : nil,
        date: day(in: before), agency: agency)
    }
    return nil
  }

  private func isAgency(_ index: Int) -> Bool {
    phrases(at: index).contains { match in
      match.value.category == .name && match.clitics.isEmpty
        && lexicon.names[Int(match.value.entry)].nameClass == .media
    }
  }

  private func agencyEnd(_ index: Int) -> Int {
    let name = phrases(at: index).filter { $0.value.category == .name }.map(\.tokens.upperBound)
    return name.max() ?? index + 1
  }

  private func opensAgency(_ index: Int) -> Bool {
    isSeparator(index) || text.tokens[index].isMark("(")
  }

  private func isSeparator(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .punctuation else { return false }
    switch text.tokens[index].symbol {
    case 0x2D, 0x2013, 0x2014, 0x2F, 0x29, 0x3A, 0x7C: return true
    default: return false
    }
  }

  private func isDatelineWord(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .number, .punctuation, .foreign: true
    case .word:
      words[index].tag != .verb && words[index].tag != .function
        || times.contains { $0.tokens.contains(index) }
    case .lineBreak: false
    }
  }

  private func isPlaceWord(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && day(in: index..<index + 1) == nil
      && !times.contains { $0.tokens.contains(index) }
  }

  /// The day that one of the times inside a range of tokens names in full.
  private func day(in range: Range<Int>) -> Day? {
    for time in times
    where range.lowerBound <= time.tokens.lowerBound
      && time.tokens.upperBound <= range.upperBound
    {
      if let value = time.value, let day = Day(iso: value) { return day }
    }
    return nil
  }

  /// «في الصورة الملتقطة …», «صورة أرشيفية …».
  private func beginsCaption(_ line: Range<Int>) -> Bool {
    line.prefix(2).contains { Self.pictures.contains(key($0)) }
  }

  private static let pictures = WordSet(["الصورة", "صورة"])

  /// The number of an item: «أولا،», «3-», «3.»; a bullet takes the next number.
  private func itemNumber(_ line: Range<Int>, next: Int) -> Int? {
    guard line.count > 2 else { return nil }
    let first = line.lowerBound
    let token = text.tokens[first]
    switch token.kind {
    case .word:
      return Self.ordinals[key(first)]
    case .number:
      guard let mark = Unicode.Scalar(text.tokens[first + 1].symbol),
        text.tokens[first + 1].kind == .punctuation, "-.)–".unicodeScalars.contains(mark),
        !text.tokens[first + 1].spaceBefore
      else { return nil }
      return Int(text.text(first..<first + 1))
    case .punctuation:
      guard let mark = Unicode.Scalar(token.symbol), "•*-–·".unicodeScalars.contains(mark) else {
        return nil
      }
      return next
    default: return nil
    }
  }

  private static let ordinals = WordMap(
    [
      "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
    ].enumerated().map { ($0.offset + 1, $0.element) })
}
