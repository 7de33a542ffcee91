public import ArgumentParser
public import Contracts
internal import EventStore

/// Which events are wanted.
struct EventFilter: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: ArgumentHelp(
      "Only events of this type, such as CONSULT; as often as needed.", valueName: "type"))
  var types: [EventType] = []

  @Option(
    name: .customLong("country"),
    help: ArgumentHelp(
      "Only events with this country (ISO 3166-1 alpha-3) among participants or place; as often as needed.",
      valueName: "code"))
  var countries: [CountryCode] = []

  var isEmpty: Bool { types.isEmpty && countries.isEmpty }

  func allows(_ event: Event) -> Bool {
    (types.isEmpty || types.contains(event.type))
      && (countries.isEmpty || !Set(event.countries).isDisjoint(with: countries.map(\.code)))
  }
}

extension EventType: ExpressibleByArgument {
  /// Types are written in capitals; small letters are understood.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

/// Three letters of ISO 3166-1.
struct CountryCode: ExpressibleByArgument {
  var code: String

  init?(argument: String) {
    guard argument.utf8.count == 3, argument.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return nil
    }
    code = argument.uppercased()
  }
}
