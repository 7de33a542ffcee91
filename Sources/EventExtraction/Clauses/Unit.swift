internal import ArabicText

/// A piece of a sentence that takes part in its clauses as a whole.
struct Unit {
  enum Kind {
    case mention(Int)
    case verb
    case preposition(Preposition)
    case function(FunctionClass)
    case time(Int)
    case mark(Marks)
    case other
  }

  var kind: Kind
  @Tokens var tokens: Range<Int>
  /// What is written onto its first word.
  var clitics: Clitics

  var mention: Int? { if case .mention(let index) = kind { index } else { nil } }
  var isVerb: Bool { if case .verb = kind { true } else { false } }
  var function: FunctionClass? { if case .function(let name) = kind { name } else { nil } }
  var hasConjunction: Bool { !clitics.isDisjoint(with: .conjunction) }

  /// Whether it is one of some marks.
  func isMark(_ marks: Marks) -> Bool {
    if case .mark(let own) = kind { !own.isDisjoint(with: marks) } else { false }
  }

  /// The preposition written onto a noun phrase.
  var attachedPreposition: Preposition? {
    guard mention != nil else { return nil }
    if clitics.contains(.bi) { return .bi }
    if clitics.contains(.li) { return .li }
    if clitics.contains(.ka) { return .ka }
    return nil
  }
}

extension Analysis {
  /// Fills ``sentenceUnits``.
  func readUnits() {
    sentenceUnits.removeAll()
    sentenceUnits.reserve(sentences.count)
    for sentence in sentences.indices { sentenceUnits.append(readUnits(of: sentence)) }
  }

  /// The units of one sentence, in order.
  func units(of sentence: Int) -> List<Unit> { sentenceUnits[sentence] }

  private func readUnits(of sentence: Int) -> List<Unit> {
    let range = sentences[sentence].tokens
    var units = arena.list(for: range.count) as List<Unit>
    var at = range.lowerBound
    while at < range.upperBound {
      // «و حجز»: a conjunction apart from its word is read as if written onto it.
      let joins = isDetachedAnd(at) && at + 1 < range.upperBound
      if joins { at += 1 }
      var unit = unit(at: at, end: range.upperBound)
      if joins { unit.clitics.insert(.wa) }
      units.push(unit)
      at = unit.tokens.upperBound
    }
    return units
  }

  private func isDetachedAnd(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && text.letters(index).count == 1
      && text.letters(index)[0] == Letter.waw
  }

  private func unit(at index: Int, end: Int) -> Unit {
    if timeAt[index] >= 0 {
      let time = Int(timeAt[index])
      let timeEnd = min(max(times[time].tokens.upperBound, index + 1), end)
      return Unit(kind: .time(time), tokens: index..<timeEnd, clitics: words[index].clitics)
    }
    if mentionAt[index] >= 0 {
      let mention = Int(mentionAt[index])
      return Unit(
        kind: .mention(mention), tokens: index..<mentions[mention].tokens.upperBound,
        clitics: mentions[mention].clitics)
    }
    let one = index..<index + 1
    let clitics = words[index].clitics
    if let match = phrase(at: index, .function), match.tokens.count > 1,
      match.tokens.upperBound <= end
    {
      let function = lexicon.functions[Int(match.value.entry)]
      return Unit(
        kind: function.preposition.map { .preposition($0) } ?? .function(function.functionClass),
        tokens: match.tokens, clitics: match.clitics)
    }
    switch words[index].tag {
    case .verb: return Unit(kind: .verb, tokens: one, clitics: clitics)
    case .mark: return Unit(kind: .mark(Marks(text.tokens[index].symbol)), tokens: one, clitics: [])
    case .function:
      guard let function = chosenFunction(index) else { break }
      // «بيان لها»: with a pronoun ل gives, and opens no clause of purpose.
      if function.functionClass == .purpose, !clitics.isDisjoint(with: .anyPronoun) { break }
      // «نحو 1500 متظاهر» counts, «نحو السفارة» leads there.
      if function.preposition == .nahwa, index + 1 < end,
        words[index + 1].tag == .number || number(at: index + 1) != nil
      {
        return Unit(kind: .function(.quantifier), tokens: one, clitics: clitics)
      }
      if let preposition = function.preposition {
        return Unit(kind: .preposition(preposition), tokens: one, clitics: clitics)
      }
      return Unit(kind: .function(function.functionClass), tokens: one, clitics: clitics)
    default: break
    }
    return Unit(kind: .other, tokens: one, clitics: clitics)
  }
}
