/// What hangs together, by joining two at a time.
struct Components<Element: Hashable> {
  private var parents: [Element: Element] = [:]

  var all: [Set<Element>] {
    var groups: [Element: Set<Element>] = [:]
    for element in parents.keys { groups[root(element), default: []].insert(element) }
    return Array(groups.values)
  }

  mutating func insert(_ element: Element) {
    if parents[element] == nil { parents[element] = element }
  }

  mutating func join(_ one: Element, _ other: Element) {
    insert(one)
    insert(other)
    let (first, second) = (shortened(one), shortened(other))
    parents[second] = first
  }

  private func root(_ element: Element) -> Element {
    var element = element
    while let parent = parents[element], parent != element { element = parent }
    return element
  }

  /// The root, which everything on the way then hangs from directly.
  private mutating func shortened(_ element: Element) -> Element {
    let root = root(element)
    var element = element
    while let parent = parents[element], parent != root {
      parents[element] = root
      element = parent
    }
    return root
  }
}
