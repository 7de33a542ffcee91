public import Contracts

extension Event {
  /// Where the event's place is; nil where that is not known, or a whole country.
  public var point: SearchPoint? {
    guard let entity = place?.entity, entity.kind != .country,
      let latitude = entity.latitude, let longitude = entity.longitude,
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return nil }
    return SearchPoint(latitude: latitude, longitude: longitude)
  }
}
