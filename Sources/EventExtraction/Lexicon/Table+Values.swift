internal import Contracts

/// Fields that are more than text. Each is nil where the field is `-`, and an error where the field
/// holds something else than it should.
extension Table {
  func number(_ row: Row, _ column: Int) throws(LexiconError) -> Double? {
    if let number = row.decimal(column) { return number }
    guard let text = row.text(column) else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw error(row, column, "number")
    }
    return number
  }

  func whole(_ row: Row, _ column: Int) throws(LexiconError) -> Int? {
    guard let utf8 = row.utf8(column) else { return nil }
    guard let number = Int(digits: utf8) else { throw error(row, column, "whole number") }
    return number
  }

  /// A code of three capital letters.
  func code(_ row: Row, _ column: Int, _ what: String) throws(LexiconError) -> Code? {
    guard let utf8 = row.utf8(column) else { return nil }
    guard let code = Code(utf8) else {
      throw error(row, column, "\(what): it has three capital letters")
    }
    return code
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
  func value<Value: RawRepresentable<String> & CaseIterable>(
    _ row: Row, _ column: Int, _ what: String, as type: Value.Type = Value.self
  ) throws(LexiconError) -> Value? {
    guard let text = row.text(column) else { return nil }
    guard let value = Value(rawValue: text) else {
      throw error(row, column, what, of: Value.allCases.map(\.rawValue))
    }
    return value
  }

  /// A mode of PLOVER's that the type has.
  func mode(_ row: Row, _ column: Int, of type: EventType?) throws(LexiconError) -> String? {
    guard let text = row.text(column) else { return nil }
    let modes = type.map(PLOVER.modes) ?? []
    guard modes.contains(text) else {
      let type = type?.rawValue ?? "-"
      guard !modes.isEmpty else { throw error(row, "`\(text)` is no mode: \(type) has none") }
      throw error(row, column, "mode of \(type)", of: modes)
    }
    return text
  }

  func contexts(_ row: Row, _ column: Int) throws(LexiconError) -> [String] {
    let contexts = row.list(column)
    for context in contexts where !PLOVER.contexts.contains(context) {
      throw error(
        row,
        "`\(context)` is no context; it is one of \(PLOVER.contexts.joined(separator: ", "))")
    }
    return contexts
  }

  func sector(_ row: Row, _ column: Int) throws(LexiconError) -> Code? {
    guard let text = row.text(column) else { return nil }
    guard PLOVER.sectors.contains(text) else {
      throw error(row, column, "sector", of: PLOVER.sectors)
    }
    return Code(text)
  }

  private func error(
    _ row: Row, _ column: Int, _ what: String, of choices: [String]
  ) -> LexiconError {
    error(
      row,
      "`\(row.text(column) ?? "-")` is no \(what); it is one of "
        + "\(choices.joined(separator: ", ")), or - for none")
  }
}

extension Row {
  /// A field that is a decimal of at most fifteen digits, as most numbers are: both its digits and
  /// the power of ten under them are exact, so their quotient is the number nearest to it.
  fileprivate func decimal(_ column: Int) -> Double? {
    guard let utf8 = utf8(column) else { return nil }
    var (digits, value, power) = (0, 0.0, 1.0)
    var hasPoint = false
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: continue
      case UInt8(ascii: ".") where !hasPoint && digits > 0: hasPoint = true
      case 0x30...0x39:
        digits += 1
        value = value * 10 + Double(byte - 0x30)
        if hasPoint { power *= 10 }
      default: return nil
      }
    }
    guard digits > 0, digits <= 15 else { return nil }
    return utf8.first == UInt8(ascii: "-") ? -value / power : value / power
  }
}

extension Int {
  /// - Returns: nil for what is no row of ASCII digits, at most eighteen.
  fileprivate init?(digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    self = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      self = self * 10 + Int(digit - 0x30)
    }
  }
}
