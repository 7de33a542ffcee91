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
  /// - Parameters:
  ///   - sum: what adds the ids of an article up, one after another.
  ///   - sentence: the sentence's words, UTF-8.
  ///   - trigger: the trigger word, UTF-8.
  ///   - occurrence: 0 for the first event of this type on this trigger word in a sentence of these
  ///     words, 1 for the next.
  public static func identifier(
    _ sum: borrowing DigestSum, article: String, sentence: UnsafeBufferPointer<UInt8>,
    trigger: UnsafeBufferPointer<UInt8>, type: EventType, occurrence: Int
  ) -> String {
    sum.add(article)
    sum.separate()
    sum.add(sentence)
    sum.separate()
    sum.add(trigger)
    sum.separate()
    sum.add(type.rawValue)
    sum.separate()
    sum.add(String(occurrence))
    return sum.finish().hex(16)
  }
}
