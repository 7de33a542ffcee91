public import Contracts

/// An article with the reasons for all that was read in it: which line of which table and which
/// rule gave each part of an event, so that whoever sees a wrong one can mend it.
public struct Explanation: Sendable {
  /// One part of an event and what gave it.
  public struct Reason: Sendable, Hashable {
    /// `type`, `mode`, `contexts`, `status`, `actor`, `recipient`, `voice`, `object`, `time`,
    /// `place`, `speaker` or `confidence`.
    public var part: String
    /// What the event says there.
    public var value: String
    /// The rule, in words.
    public var rule: String?
    /// The words of the article that it goes by, where they are not the value's own.
    public var words: String?
    /// Lines of tables: `verbs.tsv:812 «التقى»`.
    public var entries: [String]
  }

  public struct Event: Sendable {
    public var event: ParsedEvent
    public var sentence: String
    /// The trigger's place in `sentence`, in Unicode scalars.
    public var trigger: TextSpan
    public var reasons: [Reason]
  }

  /// A word of the lexicon's that could have been an event and was none.
  public struct Rejection: Sendable, Hashable {
    public var word: String
    /// Index into the article's sentences.
    public var sentence: Int
    public var reason: String
    public var entry: String
  }

  public var article: ParsedArticle
  /// In the order of the article's events.
  public var events: [Event]
  public var rejections: [Rejection]
}

extension Explanation: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("schema", "rawi.explanation/1")
      $0.field("extractor", article.extractor)
      $0.field("article", article.article.id)
      $0.field("title", article.article.title)
      $0.field("events", events)
      $0.field("turned_down", rejections)
    }
  }
}

extension Explanation.Event: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("id", event.id)
      $0.field("type", event.type.rawValue)
      $0.field("status", event.status.rawValue)
      $0.field("sentence", sentence)
      $0.field("trigger", trigger)
      $0.field("reasons", reasons)
    }
  }
}

extension Explanation.Reason: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("part", part)
      $0.field("value", value)
      $0.field("rule", rule)
      $0.field("words", words)
      $0.field("entries", entries)
    }
  }
}

extension Explanation.Rejection: JSONWritable {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.field("word", word)
      $0.field("sentence", sentence)
      $0.field("reason", reason)
      $0.field("entry", entry)
    }
  }
}
