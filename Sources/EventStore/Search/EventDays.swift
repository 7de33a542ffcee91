public import Contracts

extension Event {
  /// The days that the event may have happened on, first and last as `YYYY-MM-DD`: those of its
  /// time where that is resolved, else the article's day of publication; nil where neither is
  /// known.
  public var days: ClosedRange<String>? {
    Self.days(of: time?.value) ?? Self.days(of: article.publishedAt)
  }

  /// A year, month or day, or the day of a time. A month is taken to have 31 days: the bounds are
  /// compared, not counted.
  static func days(of value: String?) -> ClosedRange<String>? {
    guard let value else { return nil }
    let text = String(decoding: value.utf8.prefix(10), as: UTF8.self)
    let date = written(text) ?? text
    let isDate = zip(date.utf8, form.utf8).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == wanted
    }
    guard isDate else { return nil }
    switch date.utf8.count {
    case 4: return "\(date)-01-01"..."\(date)-12-31"
    case 7: return "\(date)-01"..."\(date)-31"
    case 10: return date...date
    default: return nil
    }
  }

  /// Day, month and year, as dates are written in Arabic, in the order of the standard.
  private static func written(_ text: String) -> String? {
    let slash = UInt8(ascii: "/")
    guard text.utf8.contains(slash) else { return nil }
    let date = Array(text.utf8)
    guard date.count == 10, date[2] == slash, date[5] == slash else { return nil }
    let dash = [UInt8(ascii: "-")]
    return String(
      decoding: Array([date[6...9], date[3...4], date[0...1]].joined(separator: dash)),
      as: UTF8.self)
  }

  private static let form = "0000-00-00"

  /// ISO 3166-1 alpha-3 codes of who takes part, of the members of groups among them, and of the
  /// place; sorted, each once.
  public var countries: [String] {
    var codes: Set<String> = []
    func add(_ code: String?) { if let code { codes.insert(code) } }
    for participant in participants {
      add(participant.entity.country)
      for member in participant.entity.members { add(member.country) }
    }
    add(place?.country)
    add(place?.entity?.country)
    return codes.sorted()
  }
}
