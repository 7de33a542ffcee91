public import ArgumentParser
public import Contracts
public import EventStore

extension EventType: ExpressibleByArgument {
  /// Types are written in capitals; small letters are understood.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension EventStatus: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

extension SearchQuery.Order: ExpressibleByArgument {}

extension SearchCursor: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
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

/// Degrees of latitude and longitude with a comma between them.
struct Coordinates: ExpressibleByArgument {
  var latitude: Double
  var longitude: Double

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.drop { $0 == " " })
    }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
