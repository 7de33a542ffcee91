internal import Contracts
internal import EventStore

extension Snippet {
  /// The snippet with the words found emphasized, where the terminal can.
  var highlighted: String {
    let scalars = Array(text.unicodeScalars)
    func part(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view).plain
    }
    var shown = ""
    var end = 0
    for match in matches where match.start >= end && match.end <= scalars.count {
      shown += part(end..<match.start) + Terminal.bold(part(match.start..<match.end))
      end = match.end
    }
    return "\u{2068}\(shown)\(part(end..<scalars.count))\u{2069}"
  }
}
