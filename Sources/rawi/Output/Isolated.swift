extension String {
  /// The text set off from the line around it, so that a terminal which orders right-to-left text
  /// keeps labels, punctuation and numbers in their places.
  var isolated: String { "\u{2068}\(plain)\u{2069}" }

  /// The text in one line without what could move the cursor or turn the direction of the rest:
  /// it may be anybody's.
  var plain: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lineSeparator, .paragraphSeparator, .control: view.append(" ")
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": break
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// At most so many scalars, cut at a space where there is one near.
  func shortened(to limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    let head = unicodeScalars.prefix(limit)
    let cut = head.lastIndex { $0.properties.isWhitespace } ?? head.endIndex
    let isNear = unicodeScalars.distance(from: cut, to: head.endIndex) < limit / 4
    return String(unicodeScalars[..<(isNear ? cut : head.endIndex)]) + "…"
  }
}
