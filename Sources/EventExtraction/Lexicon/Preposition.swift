/// A preposition, written onto its word or apart from it.
enum Preposition: UInt8, Sendable, CaseIterable {
  case bi, li, ka, fi, min, ila, ala, an, maa, bayna, didd, hawla, inda, lada, dakhila, amama,
    tahta, nahwa, tijah, haqq, benefit
  /// Where by something: «وسط», «قرب», «شمال».
  case near
  case other

  /// The dictionary form that lexicons use.
  static let names: [String: Preposition] = [
    "ب": .bi, "ل": .li, "ك": .ka, "في": .fi, "من": .min, "إلى": .ila, "على": .ala, "عن": .an,
    "مع": .maa, "بين": .bayna, "ضد": .didd, "حول": .hawla, "عند": .inda, "لدى": .lada,
    "داخل": .dakhila, "أمام": .amama, "تحت": .tahta, "نحو": .nahwa, "تجاه": .tijah, "بحق": .haqq,
    "في حق": .haqq,
    "لصالح": .benefit, "لفائدة": .benefit, "برفقة": .maa, "رفقة": .maa, "بصحبة": .maa,
    "صحبة": .maa, "بمعية": .maa, "بمشاركة": .maa,
    "وسط": .near, "قرب": .near, "بالقرب من": .near, "قبالة": .near, "شمال": .near,
    "شمالي": .near, "جنوب": .near, "جنوبي": .near, "شرق": .near, "شرقي": .near, "غرب": .near,
    "غربي": .near, "خارج": .near, "بمحاذاة": .near, "على متن": .near, "على طول": .near,
  ]

  /// Whether what follows tells where something is.
  var isLocative: Bool {
    switch self {
    case .fi, .bi, .inda, .dakhila, .amama, .lada, .near: true
    default: false
    }
  }
}

/// The places of a clause where a participant can stand.
struct Slots: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let object = Slots(rawValue: 1 << 31)

  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ preposition: Preposition) { rawValue = 1 << UInt32(preposition.rawValue) }

  func contains(_ preposition: Preposition) -> Bool { contains(Slots(preposition)) }
}
