internal import ArgumentParser
internal import Contracts
internal import EventStore
internal import StageRuntime

/// Which events are wanted: all that is given must hold.
struct EventFilter: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: ArgumentHelp(
      "Only events of this type, such as CONSULT; as often as needed.", valueName: "type"))
  var types: [EventType] = []

  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      "Only events told as actual, future, hypothetical or negated; as often as needed.",
      valueName: "status"))
  var statuses: [EventStatus] = []

  @Option(
    name: .customLong("country"),
    help: ArgumentHelp(
      "Only events with this country (ISO 3166-1 alpha-3) among participants or place; as often as needed.",
      valueName: "code"))
  var countries: [CountryCode] = []

  @Option(
    name: .customLong("participant"),
    help: ArgumentHelp(
      """
      Only events in which who has this name, or these words in it, takes part, alone or as a member \
      of a group; given twice, both.
      """, valueName: "name"))
  var participants: [String] = []

  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp("The same of those who act.", valueName: "name"))
  var actors: [String] = []

  @Option(
    name: .customLong("recipient"),
    help: ArgumentHelp("The same of those to whom it is done.", valueName: "name"))
  var recipients: [String] = []

  @Option(
    help: ArgumentHelp("Only what is told by who has these words in the name.", valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "Only events whose place is near this one, such as 30.04,31.24 (see --radius).",
      valueName: "latitude,longitude"))
  var near: Coordinates?

  @Option(help: ArgumentHelp("How near, in kilometres.", valueName: "km"))
  var radius: Double = 50

  @Option(
    help: ArgumentHelp("First day on which the event may have happened.", valueName: "yyyy-mm-dd"))
  var since: Day?

  @Option(
    help: ArgumentHelp("Last day on which the event may have happened.", valueName: "yyyy-mm-dd"))
  var until: Day?

  @Option(help: ArgumentHelp("Only events of the story with this id.", valueName: "id"))
  var story: String?

  /// - Parameter words: as ``SearchQuery/words``.
  func query(words: String) -> SearchQuery {
    let roles: [([String], ParsedEvent.Role?)] = [
      (participants, nil), (actors, .actor), (recipients, .recipient),
    ]
    return SearchQuery(
      words: words, types: Set(types), statuses: Set(statuses),
      countries: Set(countries.map(\.code)),
      participants: roles.flatMap { names, role in
        names.map { SearchQuery.Participant($0, role: role) }
      },
      speaker: speaker,
      area: near.map {
        SearchArea(latitude: $0.latitude, longitude: $0.longitude, kilometers: radius)
      },
      from: since?.text, to: until?.text, story: story)
  }

  /// For events that come one by one; nil where all are wanted.
  func filter(words: String) throws -> SearchFilter? {
    let query = query(words: words)
    do { return query.isEmpty ? nil : try SearchFilter(query) } catch {
      throw StageFailure(error.description)
    }
  }
}
