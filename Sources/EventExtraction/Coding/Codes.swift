internal import Contracts

extension EventType {
  /// The PLOVER type after its rules: what is promised is AGREE, what will be yielded CONCEDE;
  /// nil for the types that are not PLOVER's.
  func plover(_ status: EventStatus) -> String? {
    switch self {
    case .state, .inaugurate, .appoint, .incident: return nil
    case .consult, .support, .cooperate, .aid: return status == .future ? "AGREE" : rawValue
    case .retreat: return status == .future ? "CONCEDE" : rawValue
    default: return rawValue
    }
  }

  /// The nearest CAMEO root code of type, status and mode, by the CAMEO to PLOVER table of
  /// openeventdata; nil for types that CAMEO does not know.
  func cameo(_ status: EventStatus, mode: String?) -> String? {
    switch plover(status) {
    case "AGREE", "CONCEDE":
      // What is only promised is intent to cooperate or to yield.
      if self != .concede || status == .future { return "03" }
    default: break
    }
    switch self {
    case .state: return "01"
    case .agree: return "03"
    case .consult: return "04"
    case .support: return "05"
    case .cooperate: return "06"
    case .aid: return "07"
    case .concede, .retreat: return "08"
    case .request: return "10"
    case .accuse: return mode == "investigate" ? "09" : "11"
    case .reject: return "12"
    case .threaten: return "13"
    case .protest: return "14"
    case .mobilize: return "15"
    case .sanction: return mode == "convict" ? "11" : "16"
    case .coerce: return "17"
    case .assault: return Self.assaultCode(mode)
    case .inaugurate, .appoint, .incident: return nil
    }
  }

  /// CAMEO parts assault by what is used.
  private static func assaultCode(_ mode: String?) -> String {
    switch mode {
    case "destroy", "crowd-control": "17"
    case "firearms", "heavy-weapons", "aerial", "drone": "19"
    case "unconventional": "20"
    default: "18"
    }
  }
}
