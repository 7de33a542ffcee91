/// The ids that an article's entities have in the contract's form.
struct EntityIds {
  /// Indices into ``Analysis/entities``, in the order of the ids.
  let entities: [Int]
  private let texts: [String]
  /// The place of each entity's id, or -1.
  private var places: [Int32]

  /// - Parameter count: how many entities there are besides.
  init(_ entities: [Int], of count: Int) {
    self.entities = entities
    texts = entities.indices.map { Self.text("e", $0 + 1) }
    places = Array(repeating: -1, count: count)
    for (place, entity) in entities.enumerated() { places[entity] = Int32(place) }
  }

  /// nil for an entity that the contract's form leaves out.
  subscript(entity: Int) -> String? { places[entity] < 0 ? nil : texts[Int(places[entity])] }

  /// `e1`, `t12`: short enough for strings that need no memory.
  static func text(_ letter: Unicode.Scalar, _ number: Int) -> String {
    String(unsafeUninitializedCapacity: 15) { text in
      text[0] = UInt8(ascii: letter)
      var count = 1
      var unit = 1
      while unit <= number / 10 { unit *= 10 }
      while unit > 0 {
        text[count] = UInt8(ascii: "0") + UInt8(number / unit % 10)
        count += 1
        unit /= 10
      }
      return count
    }
  }
}
