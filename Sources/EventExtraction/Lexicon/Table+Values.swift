/// Fields that are more than text. Each is nil where the field is `-`, and an error where the field
/// holds something else than it should.
extension Table {
  func number(_ row: Row, _ column: Int) throws(LexiconError) -> Double? {
    guard let text = row.text(column) else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw error(row, column, "number")
    }
    return number
  }

  func whole(_ row: Row, _ column: Int) throws(LexiconError) -> Int? {
    guard let text = row.text(column) else { return nil }
    guard let number = Int(text), number >= 0 else { throw error(row, column, "whole number") }
    return number
  }

  /// A code of three capital letters.
  func code(_ row: Row, _ column: Int, _ what: String) throws(LexiconError) -> String? {
    guard let text = row.text(column) else { return nil }
    guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw error(row, column, "\(what): it has three capital letters")
    }
    return text
  }

  /// One of a few words.
  func choice(_ row: Row, _ column: Int, of choices: [String]) throws(LexiconError) -> String? {
    guard let text = row.text(column) else { return nil }
    guard choices.contains(text) else {
      throw error(row, "`\(text)` is none of \(choices.joined(separator: ", "))")
    }
    return text
  }

  /// A case of an enumeration by its raw value.
  func value<Value: RawRepresentable<String>>(
    _ row: Row, _ column: Int, _ what: String, as type: Value.Type = Value.self
  ) throws(LexiconError) -> Value? {
    guard let text = row.text(column) else { return nil }
    guard let value = Value(rawValue: text) else { throw error(row, column, what) }
    return value
  }
}
