internal import ArabicText
internal import Contracts

extension Analysis {
  /// Gives «الدول الست» its members: those of the group, or of the countries and groups named side
  /// by side, that the article introduced and that are so many.
  func resolveCountedGroups() {
    for index in mentions.indices {
      guard Self.states.contains(stems[mentions[index].head]),
        let entity = mentions[index].entity, entities[entity].lexiconName == nil,
        entities[entity].members.isEmpty,
        let count = count(in: mentions[index].tokens),
        let members = introduced(count, before: index)
      else { continue }
      entities[entity].kind = .group
      entities[entity].members = arena.list(members)
    }
  }

  private func count(in tokens: Range<Int>) -> Int? {
    tokens.lazy.filter { self.numberAt[$0] >= 0 }.map { self.numbers[Int(self.numberAt[$0])] }
      .first { $0.value < 1_000 }.map { Int($0.value) }
  }

  /// The nearest entities before a mention, in the article's order, that make up so many countries.
  private func introduced(_ count: Int, before index: Int) -> [Int]? {
    for start in (max(0, index - 200)..<index).reversed() {
      var members: [Int] = []
      var next = start
      repeat {
        guard let entity = mentions[next].entity else { break }
        members += countries(of: entity).filter { !members.contains($0) }
        if members.count == count { return members }
        next += 1
      } while next < index && isJoined(next)
    }
    return nil
  }

  private func countries(of entity: Int) -> List<Int> {
    entities[entity].kind == .country ? arena.list(of: entity) : entities[entity].members
  }

  /// Whether a mention is joined by و to the one right before it.
  private func isJoined(_ index: Int) -> Bool {
    !mentions[index].clitics.isDisjoint(with: .conjunction)
      && mentions[index].tokens.lowerBound - mentions[index - 1].tokens.upperBound <= 1
  }

  private static let states = WordSet(of: "دول بلدان")
}
