internal import Foundation

/// A circle on the earth.
public struct SearchArea: Sendable, Hashable {
  /// Degrees, WGS 84.
  public var latitude: Double
  public var longitude: Double
  /// The radius.
  public var kilometers: Double

  public init(latitude: Double, longitude: Double, kilometers: Double) {
    self.latitude = latitude
    self.longitude = longitude
    self.kilometers = kilometers
  }

  /// Half of the earth's circumference is 20,015 km, so nothing is farther away.
  var isSound: Bool {
    (-90...90).contains(latitude) && (-180...180).contains(longitude)
      && (0...20_016).contains(kilometers)
  }

  /// Latitudes that the circle reaches.
  var latitudes: ClosedRange<Double> {
    let reach = kilometers / Self.earthRadius * 180 / .pi + 0.001
    return max(-90, latitude - reach)...min(90, latitude + reach)
  }

  func contains(_ point: SearchPoint) -> Bool {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let height = sin(radians(point.latitude - latitude) / 2)
    let width = sin(radians(point.longitude - longitude) / 2)
    let half =
      height * height + cos(radians(latitude)) * cos(radians(point.latitude)) * width * width
    return half <= chord
  }

  /// What the haversine of a distance may be at most.
  var chord: Double {
    let half = sin(min(kilometers / (2 * Self.earthRadius), .pi / 2))
    return half * half + 1e-15
  }

  /// The mean radius, in km.
  private static let earthRadius = 6371.0088
}

/// Degrees, WGS 84.
public struct SearchPoint: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
