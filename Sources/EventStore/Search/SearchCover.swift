/// Words of the index by which events at some places are found, and not many at others.
struct SearchCover {
  /// A search for more is slower than one for larger squares, of which not everything counts.
  private static let most = 40

  let codes: [String]

  init(_ points: [SearchPoint]) {
    let exact = Set(points.map { SearchCode.point($0) })
    if exact.count <= Self.most {
      codes = exact.sorted()
      return
    }
    let degrees = Set(points.map { SearchCode.degree($0) })
    codes =
      degrees.count <= Self.most
      ? degrees.sorted() : Set(points.map { SearchCode.tenDegrees($0) }).sorted()
  }
}
