internal import ArabicText
internal import Contracts

extension SentenceReader {
  /// A form that may be passive is so where an agent is named, or where one noun phrase alone goes
  /// with it and is such that suffers what the verb tells.
  func isPassive(
    _ event: EventDraft, _ verb: CutReading, _ slots: Slots, _ found: Subject, _ clause: Clause,
    _ objects: List<Clause.Argument>
  ) -> Bool {
    if verb.features.contains(.passive) { return true }
    guard verb.clitics.isDisjoint(with: .anyPronoun), !found.isAntecedentObject else {
      return false
    }
    if !clause.agents.isEmpty { return true }
    // «حجز 113 طنا من الزيتون الفاسد»: things that are counted are taken, they do not take.
    if event.type == .coerce, let subject = found.mentions.first.map({ analysis.mentions[$0] }),
      subject.hasNumber, subject.kind == .other, !isBareNumber(subject)
    {
      return true
    }
    guard
      slots.contains(.object) || event.type == .state || event.type == .support
        || event.type == .inaugurate, objects.isEmpty
    else { return false }
    guard let subject = found.mentions.first.map({ analysis.mentions[$0] }) else { return false }
    switch event.type {
    case .state: return !isHuman(subject) && event.contentStart == nil
    case .assault:
      // Who kills or wounds has a victim beside him.
      return !isHuman(subject) || subject.hasNumber || subject.isHuman || !isAuthority(subject)
    case .coerce, .incident, .sanction, .retreat, .aid, .appoint, .inaugurate, .support:
      return !isHuman(subject) || subject.hasNumber || !isAuthority(subject)
    default: return false
    }
  }

  /// Police, forces, governments: those who arrest and attack rather than suffer it.
  private func isAuthority(_ mention: Mention) -> Bool {
    mention.kind == .organization || mention.kind == .country
      || mention.sector.map(Self.authorities.contains) ?? false
  }

  private static let authorities = Code.set("COP MIL GOV SPY JUD UAF REB")

  /// A noun in the accusative by itself that tells when or how: «يوما», «عمدا», «رسميا».
  func isAdverbial(_ argument: Clause.Argument) -> Bool {
    guard argument.mentions.count == 1 else { return false }
    let mention = analysis.mentions[argument.mentions[0]]
    guard mention.kind == .other, mention.tokens.count == 1, !mention.isDefinite,
      !mention.hasNumber
    else { return false }
    let token = mention.head
    if analysis.text.tokens[token].spelling.contains(.tanwin) { return true }
    // «وضع الرئيس إكليلا من الزهور»: what frames ask for is an object.
    return !analysis.traits(token).contains(.frameNoun)
      && analysis.readings.values(analysis.words[token].readings).contains {
        $0.category.isNominal && $0.features.contains(.accusative) && !$0.category.isPredicate
      }
  }
}
