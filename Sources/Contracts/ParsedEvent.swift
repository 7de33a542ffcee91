/// One event as the extractor read it, with the article's entities and times by their ids.
public struct ParsedEvent: Decodable, Sendable, Hashable {
  public enum Role: String, Decodable, Sendable, CaseIterable {
    case actor, recipient, other
  }

  public struct Participant: Decodable, Sendable, Hashable {
    public var role: Role
    /// Id of the entity.
    public var entity: String
    /// The words that name it here; for a hidden subject, the trigger's.
    public var start: Int
    public var end: Int

    public init(role: Role, entity: String, start: Int, end: Int) {
      self.role = role
      self.entity = entity
      self.start = start
      self.end = end
    }
  }

  /// The "what": the trigger's complement.
  public struct Object: Decodable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    /// Ids of the entities named in it.
    public var entities: [String]

    public init(start: Int, end: Int, entities: [String] = []) {
      self.start = start
      self.end = end
      self.entities = entities
    }
  }

  public struct Time: Decodable, Sendable, Hashable {
    /// Id of the time expression.
    public var ref: String
    public var value: String?

    public init(ref: String, value: String?) {
      self.ref = ref
      self.value = value
    }
  }

  public struct Place: Decodable, Sendable, Hashable {
    /// Id of the place's entity, where it is one.
    public var entity: String?
    public var name: String
    /// ISO 3166-1 alpha-3.
    public var country: String?

    public init(entity: String? = nil, name: String, country: String? = nil) {
      self.entity = entity
      self.name = name
      self.country = country
    }
  }

  /// The reported words that a speech event conveys.
  public struct Statement: Decodable, Sendable, Hashable {
    public enum Form: String, Decodable, Sendable, CaseIterable {
      case direct, indirect
    }

    public var start: Int
    public var end: Int
    public var form: Form

    public init(start: Int, end: Int, form: Form) {
      self.start = start
      self.end = end
      self.form = form
    }
  }

  public var id: String
  public var type: EventType
  /// PLOVER mode, where the type has modes.
  public var mode: String?
  public var status: EventStatus
  /// PLOVER type after its rules for future events; nil for Rawi's own types.
  public var plover: String?
  /// Nearest CAMEO root code.
  public var cameo: String?
  /// PLOVER contexts.
  public var contexts: [String]
  public var trigger: TextSpan
  /// Index into the article's sentences.
  public var sentence: Int
  public var participants: [Participant]
  public var object: Object?
  public var time: Time?
  public var place: Place?
  /// The numbers that the event is told with, in the order of the text.
  public var quantities: [Quantity]
  /// Id of the entity in whose words the event is told.
  public var speaker: String?
  public var statement: Statement?
  /// Number of the list item that the event stands in, from 1.
  public var item: Int?
  /// From 0 to 1.
  public var confidence: Double

  @inlinable
  public init(
    id: String, type: EventType, mode: String? = nil, status: EventStatus, plover: String? = nil,
    cameo: String? = nil, contexts: [String] = [], trigger: TextSpan, sentence: Int,
    participants: [Participant] = [], object: Object? = nil, time: Time? = nil,
    place: Place? = nil, quantities: [Quantity] = [], speaker: String? = nil,
    statement: Statement? = nil, item: Int? = nil,
    confidence: Double
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.status = status
    self.plover = plover
    self.cameo = cameo
    self.contexts = contexts
    self.trigger = trigger
    self.sentence = sentence
    self.participants = participants
    self.object = object
    self.time = time
    self.place = place
    self.quantities = quantities
    self.speaker = speaker
    self.statement = statement
    self.item = item
    self.confidence = confidence
  }
}
