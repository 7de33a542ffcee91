internal import Contracts

extension SearchQuery {
  /// A person's question is far shorter; what is longer was pasted by mistake.
  private static let mostBytes = 8192
  private static let mostWords = 64
  private static let mostParticipants = 8

  /// - Throws: ``StoreError`` of the code `query` where it cannot be answered. The words of the
  ///   query are not repeated: they may be anybody's.
  func check() throws(StoreError) {
    let texts = [words, speaker ?? "", story ?? ""] + participants.map(\.name)
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= Self.mostBytes else {
      throw .query("The query has \(bytes) bytes; \(Self.mostBytes) are the most.")
    }
    let terms = SearchTerms(words)
    guard terms.count <= Self.mostWords else {
      throw .query("The query has \(terms.count) words; \(Self.mostWords) are the most.")
    }
    guard !terms.isEmpty || words.allSatisfy(\.isWhitespace) else {
      throw .query("The query holds no word to search for.")
    }
    guard participants.count <= Self.mostParticipants else {
      throw .query(
        "The query has \(participants.count) participants; \(Self.mostParticipants) are the most.")
    }
    guard countries.allSatisfy({ SearchCode.country($0) != nil }) else {
      throw .query("A country is given by the three letters of ISO 3166-1, such as CHN.")
    }
    for day in [from, to].compactMap(\.self) {
      guard let days = Event.days(of: day), days.lowerBound == day, day.utf8.count == 10 else {
        throw .query("A day is given as YYYY-MM-DD.")
      }
    }
    guard area?.isSound ?? true else {
      throw .query(
        "A place is given by degrees of latitude (-90 to 90) and longitude (-180 to 180), and a "
          + "radius of 0 to 20,016 km.")
    }
    guard after?.search ?? identity == identity else {
      throw .query("The place to go on from belongs to another query; repeat that one.")
    }
  }
}
