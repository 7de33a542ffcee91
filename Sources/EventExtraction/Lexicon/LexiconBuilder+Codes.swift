internal import ArabicText
internal import Contracts

extension LexiconBuilder {
  mutating func readContextWord(_ table: Table, _ row: Row) throws(LexiconError) {
    guard let word = row.text(0) else { throw table.error(row, "a word is missing") }
    let contexts = try table.contexts(row, 2)
    if contexts.isEmpty { throw table.error(row, "a context is needed") }
    codeWords.append(CodeWord(origin: table.origin(row), contexts: Contexts(contexts)))
    addCodeWord(word, row.list(1))
  }

  mutating func readModeWord(_ table: Table, _ row: Row) throws(LexiconError) {
    let type: EventType? = try table.value(row, 0, "event type")
    guard let type, let mode = try table.mode(row, 1, of: type), let word = row.text(2) else {
      throw table.error(row, "an event type, its mode and a word are needed")
    }
    codeWords.append(
      CodeWord(origin: table.origin(row), type: type, mode: mode, contexts: []))
    addCodeWord(word, row.list(3))
  }

  /// Among the phrases, one word or several: what a sentence is about says nothing of what its
  /// words are, so these are no readings of theirs.
  private mutating func addCodeWord(_ word: String, _ plurals: [String]) {
    let entry = codeWords.count - 1
    for (index, form) in ([word] + plurals).enumerated() {
      if form.hasBlank {
        addNounPhrase(form, [], .codeWord, entry)
      } else {
        addSingleWord(form, isPlural: index > 0, entry)
      }
    }
  }

  private mutating func addSingleWord(_ word: String, isPlural: Bool, _ entry: Int) {
    var forms = FormList()
    if isPlural {
      NounInflection.inflect(plural: word, into: &forms)
    } else {
      NounInflection.inflect(singular: word, into: &forms)
    }
    let value = PhraseTrie.Value(
      category: .codeWord, entry: Int32(entry), features: [], spelling: Spelling(of: word))
    var definite = value
    definite.spelling.subtract([.hamzaAbove, .hamzaBelow])
    forms.withEach { letters, _, _ in
      addWord(letters, value)
      ([Letter.alef, Letter.lam] + letters).withUnsafeBufferPointer { addWord($0, definite) }
    }
  }
}
