/// Which events of a story tell the same thing.
///
/// Articles are gone through in the story's order. Each event joins the occurrence that it is
/// most like, if it is enough and contradicts none of its events, or else begins one. That order
/// is a property of the story, so the answer is, too.
struct Occurrences {
  /// An event of an article, as it is compared.
  struct Telling {
    var id: String
    var article: Int64
    var traits: Traits
  }

  private var found: [[Telling]] = []

  /// - Parameter articles: the events of each article in the order of its text, articles in the
  ///   order of the story.
  /// - Returns: what is to be said of each event, by its id.
  static func find(_ articles: [[Telling]]) -> [String: Occurrence] {
    var occurrences = Occurrences()
    for article in articles { occurrences.add(article) }
    return occurrences.answer
  }

  private var answer: [String: Occurrence] {
    var answer: [String: Occurrence] = [:]
    for occurrence in found {
      let reports = Set(occurrence.map(\.article)).count
      for event in occurrence {
        answer[event.id] = Occurrence(first: occurrence[0].id, reports: reports)
      }
    }
    return answer
  }

  /// The best matches first, so that of two events in one sentence each finds its own.
  private mutating func add(_ article: [Telling]) {
    var matches: [(likeness: Int, occurrence: Int, event: Int)] = []
    for (event, telling) in article.enumerated() {
      for occurrence in found.indices {
        if let likeness = likeness(telling, occurrence), likeness >= Sameness.enough {
          matches.append((likeness, occurrence, event))
        }
      }
    }
    matches.sort { ($1.likeness, $0.occurrence, $0.event) < ($0.likeness, $1.occurrence, $1.event) }
    var isPlaced = [Bool](repeating: false, count: article.count)
    for match in matches where !isPlaced[match.event] {
      isPlaced[match.event] = join(article[match.event], match.occurrence)
    }
    for (event, telling) in article.enumerated() where !isPlaced[event] { addAlone(telling) }
  }

  /// An event that no earlier article tells: perhaps its own one did, in the title.
  private mutating func addAlone(_ telling: Telling) {
    let own = found.indices.compactMap { occurrence in
      found[occurrence].contains { $0.article == telling.article }
        ? likeness(telling, occurrence).map { (likeness: $0, occurrence: occurrence) } : nil
    }
    let best = own.max { ($0.likeness, $1.occurrence) < ($1.likeness, $0.occurrence) }
    if let best, best.likeness >= Sameness.enough, join(telling, best.occurrence) { return }
    found.append([telling])
  }

  /// Of the most similar event; nil where one contradicts.
  private func likeness(_ telling: Telling, _ occurrence: Int) -> Int? {
    var best = 0
    for other in found[occurrence] {
      if Sameness.areContradictory(telling.traits, other.traits) { return nil }
      best = max(best, Sameness.likeness(telling.traits, other.traits))
    }
    return best
  }

  /// Two events of one sentence are two occurrences.
  private mutating func join(_ telling: Telling, _ occurrence: Int) -> Bool {
    let isFree = found[occurrence].allSatisfy { other in
      !Sameness.areContradictory(telling.traits, other.traits)
        && (other.article != telling.article || other.traits.sentence != telling.traits.sentence)
    }
    if isFree { found[occurrence].append(telling) }
    return isFree
  }
}
