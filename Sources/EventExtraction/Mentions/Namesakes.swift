internal import ArabicText
internal import Contracts

/// Which of the places that share a name an article means.
///
/// What stands beside the name decides («طرابلس اللبنانية», «طرابلس شمال لبنان»), for every other
/// place where the article uses the name too; then the countries of which the article speaks; then
/// the order of the lexicon, which lists first what the press means where it says nothing.
extension Analysis {
  func settleNamesakes() {
    var told: [Int: Int] = [:]
    var open: [Int] = []
    // From the end, for a place is known by the one behind it.
    for index in names.indices.reversed() where isPlaceName(index) {
      guard countNamesakes(of: index) > 1 || isObscure(index) else { continue }
      let candidates = namesakes(of: index)
      let around = countryAround(names[index].tokens.upperBound)
      let country = around ?? countryOfAdjective(names[index].tokens.lowerBound - 1)
      if let fitting = fitting(candidates, index, country) {
        choose(fitting, for: index)
        told[candidates[0]] = fitting
      } else if let around, isObscure(index), !isDisputed(index, around) {
        // «قرية بني عبيد شمال الجزائر» is not the one that is listed, in another country.
        names[index].lexiconName = nil
      } else if candidates.count > 1 {
        open.append(index)
      }
    }
    guard !open.isEmpty else { return }
    let mentioned = countriesSpokenOf()
    for index in open {
      let candidates = namesakes(of: index)
      if let known = told[candidates[0]] ?? likeliest(candidates, index, mentioned) {
        choose(known, for: index)
      }
    }
  }

  private func isPlaceName(_ index: Int) -> Bool {
    names[index].lexiconName != nil
      && (names[index].kind == .place || names[index].kind == .country)
  }

  private func choose(_ name: Int, for index: Int) {
    names[index].lexiconName = name
    names[index].kind = lexicon.names[name].kind
  }

  /// Gives a place that the lexicon does not list the country in which the words put it: «قرية كفر
  /// عانة في محافظة البحيرة», «مطار ملبورن الدولي».
  func settleCountriesOfPlaces() {
    for index in mentions.indices where mentions[index].kind == .place {
      guard mentions[index].country == nil, mentions[index].lexiconName == nil else { continue }
      mentions[index].country =
        countryOfFacility(mentions[index]) ?? countryAround(mentions[index].tokens.upperBound)
    }
  }

  private func countryOfFacility(_ mention: Mention) -> Code? {
    guard let noun = reading(mention.head, .placeNoun),
      lexicon.nouns[noun.entry].kind == .facility, mention.head + 1 < mention.tokens.upperBound
    else { return nil }
    return bestName(at: mention.head + 1, before: mention.tokens.upperBound) {
      lexicon.names[Int($0.value.entry)].kind == .place
        || lexicon.names[Int($0.value.entry)].kind == .country
    }.flatMap { lexicon.names[Int($0.value.entry)].country }
  }

  /// The places and countries of the lexicon that are called so.
  private func namesakes(of index: Int) -> [Int] {
    phrases(at: names[index].tokens.lowerBound).compactMap { match in
      isNamesake(match, of: index) ? Int(match.value.entry) : nil
    }
  }

  private func countNamesakes(of index: Int) -> Int {
    phrases(at: names[index].tokens.lowerBound).count { isNamesake($0, of: index) }
  }

  private func isNamesake(_ match: PhraseMatch, of index: Int) -> Bool {
    guard match.value.category == .name, match.tokens == names[index].tokens,
      match.clitics == names[index].clitics
    else { return false }
    let kind = lexicon.names[Int(match.value.entry)].kind
    return kind == .place || kind == .country
  }

  /// The one in a country; the one that was read before others, so that «تونس» stays a country.
  private func fitting(_ candidates: [Int], _ index: Int, _ country: Code?) -> Int? {
    let read = candidates.filter { $0 == names[index].lexiconName }
    return (read + candidates).first { lexicon.names[$0].country == country }
  }

  /// Known to few outside its country.
  private func isObscure(_ index: Int) -> Bool {
    guard let name = names[index].lexiconName.map({ lexicon.names[$0] }) else { return false }
    return name.kind == .place && name.nameClass == .city && (1..<100_000).contains(name.population)
  }

  /// Whether a place counts to one country in the lexicon and to another in some countries' press:
  /// «الناصرة شمالي فلسطين».
  private func isDisputed(_ index: Int, _ country: Code) -> Bool {
    guard let listed = names[index].lexiconName.flatMap({ lexicon.names[$0].country }) else {
      return false
    }
    return Self.disputes.contains { $0.isSuperset(of: [listed, country]) }
  }

  private static let disputes: [Set<Code>] = [
    "PSE ISR SYR", "ESH MAR", "UKR RUS", "XKX SRB", "ARM AZE", "GEO RUS", "IND PAK", "EGY SDN",
  ].map { Code.set($0) }

  // MARK: What stands beside a name

  /// «طرابلس اللبنانية», «العاصمة الأردنية عمان».
  private func countryOfAdjective(_ at: Int) -> Code? {
    guard words.indices.contains(at), words[at].tag == .nationality, nameAt[at] < 0,
      words[at].clitics.contains(.article),
      words[at].clitics.isDisjoint(with: Clitics.conjunction.union(.preposition)),
      let adjective = reading(at, .nationality)
    else { return nil }
    return country(adjective)
  }

  /// «طرابلس اللبنانية», «شمال لبنان», «بمقاطعة شنشي», «(ليبيا)»: the country that the words behind
  /// a name put it in.
  private func countryAround(_ end: Int) -> Code? {
    if let country = countryOfAdjective(end) { return country }
    var at = end
    while at < words.count, at - end < 5, words[at].clitics.isDisjoint(with: .conjunction) {
      if nameAt[at] >= 0 {
        let around = names[Int(nameAt[at])]
        guard at > end || around.clitics.contains(.bi) else { return nil }
        return around.lexiconName.flatMap { lexicon.names[$0].country }
      }
      guard
        facts[at].contains(.direction) || text.tokens[at].isMark("(")
          || chosenFunction(at)?.preposition == .fi
          || facts[at].contains(.placeNoun) && (at > end || words[at].clitics.contains(.bi))
      else { return nil }
      at += 1
    }
    return nil
  }

  // MARK: What the article speaks of

  /// How often each country is named, by its adjective or by a place that is called like no other.
  private func countriesSpokenOf() -> [Code: Int] {
    var counts: [Code: Int] = [:]
    for index in names.indices where isPlaceName(index) && countNamesakes(of: index) == 1 {
      guard let name = names[index].lexiconName, let country = lexicon.names[name].country else {
        continue
      }
      counts[country, default: 0] += 1
    }
    for index in words.indices where words[index].tag == .nationality && nameAt[index] < 0 {
      if let country = reading(index, .nationality).flatMap(country) {
        counts[country, default: 0] += 1
      }
    }
    return counts
  }

  /// The namesake in the country that the article speaks of much more than of the usual one's.
  private func likeliest(_ candidates: [Int], _ index: Int, _ mentioned: [Code: Int]) -> Int? {
    guard let usual = names[index].lexiconName.map({ lexicon.names[$0] }) else { return nil }
    func mentions(_ name: Name) -> Int { name.country.flatMap { mentioned[$0] } ?? 0 }
    return candidates.filter {
      let other = lexicon.names[$0]
      return mentions(other) > max(1, 2 * mentions(usual))
        && usual.population < 20 * max(other.population, 1)
        && !(other.country.map(Self.countriesOfSettlers.contains) ?? false)
    }.max { mentions(lexicon.names[$0]) < mentions(lexicon.names[$1]) }
  }

  /// Their towns are often called after others, which an article that speaks of these countries
  /// still means: «قصف أوديسا» in a statement by Washington.
  private static let countriesOfSettlers = Code.set("USA CAN AUS NZL")
}
