/// Words of the index by which events at some places are found, and not many at others.
struct SearchCover {
  /// A search for more is slower than one for larger squares, of which not everything counts.
  private static let mostPoints = 200
  private static let mostDegrees = 300

  let codes: [String]

  init(_ points: [SearchPoint]) {
    let exact = Set(points.map { SearchCode.point($0) })
    if exact.count <= Self.mostPoints {
      codes = exact.sorted()
      return
    }
    let degrees = Set(points.map { SearchCode.degree($0) })
    codes =
      degrees.count <= Self.mostDegrees
      ? degrees.sorted() : Set(points.map { SearchCode.tenDegrees($0) }).sorted()
  }
}
