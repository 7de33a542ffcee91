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

  /// The nearest CAMEO root code, by the CAMEO to PLOVER table of openeventdata.
  func cameo(_ status: EventStatus) -> String? {
    if plover(status) == "AGREE", self != .agree { return "03" }
    switch self {
    case .state: return "01"
    case .request: return "02"
    case .agree, .concede: return "03"
    case .consult: return "04"
    case .support: return "05"
    case .cooperate: return "06"
    case .aid: return "07"
    case .retreat: return "08"
    case .accuse: return "11"
    case .reject: return "12"
    case .threaten: return "13"
    case .protest: return "14"
    case .mobilize: return "15"
    case .sanction: return "16"
    case .coerce: return "17"
    case .assault: return "18"
    case .inaugurate, .appoint, .incident: return nil
    }
  }
}
