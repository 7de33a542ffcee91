/// What was done. The first sixteen are PLOVER's; the rest are Rawi's own.
public enum EventType: String, Decodable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case state = "STATE"
  case inaugurate = "INAUGURATE"
  case appoint = "APPOINT"
  case incident = "INCIDENT"
}

/// Whether the event is told as having happened.
public enum EventStatus: String, Decodable, Sendable, CaseIterable {
  case actual, future, hypothetical, negated
}
