extension RawArticle {
  /// The article's id: its own, else the record's key, else a hash of source and URL, else of
  /// source, title and text, so that the same article always has the same id.
  public func identifier(recordKey: String? = nil) -> String {
    if let id, !id.isEmpty { return id }
    if let recordKey, !recordKey.isEmpty { return recordKey }
    if let url, !url.isEmpty { return Digest(of: source ?? "", url).hex(16) }
    return Digest(of: source ?? "", title ?? "", body).hex(16)
  }
}

extension ParsedEvent {
  /// The id of an event, the same whenever the same article is parsed.
  ///
  /// - Parameter occurrence: 0 for the first event of this type on this trigger word in a
  ///   sentence of these words, 1 for the next.
  public static func identifier(
    article: String, sentence: String, trigger: String, type: EventType, occurrence: Int
  ) -> String {
    Digest(of: article, sentence, trigger, type.rawValue, String(occurrence)).hex(16)
  }
}
