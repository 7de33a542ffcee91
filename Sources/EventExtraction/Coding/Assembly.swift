internal import ArabicText
internal import Contracts

extension Analysis {
  /// The article with all that was read in it, in the contract's form.
  func assemble(_ article: RawArticle, id: String, fullText: String, extractor: String)
    -> ParsedArticle
  {
    let ids = EntityIds(entitiesInOrder(), of: entities.count)
    let times = contractTimes()
    sum.add(text.utf8)
    let sha256 = sum.finish().hex()
    return ParsedArticle(
      extractor: extractor,
      article: .init(
        id: id, source: article.source, url: article.url, title: article.title,
        publishedAt: article.publishedAt, referenceDate: reference.map { CalendarDate($0).iso },
        dateline: contractDateline(ids), sha256: sha256,
        simhash: Hexadecimal.text(simHash()), scalars: text.scalars),
      text: fullText,
      sentences: sentences.map {
        .init(
          start: scalarStart($0.tokens), end: scalarEnd($0.tokens), kind: $0.kind, item: $0.item)
      },
      entities: ids.entities.map { contractEntity($0, ids) }, times: times,
      events: contractEvents(ids, times, article: id))
  }

  func scalarStart(_ tokens: Range<Int>) -> Int { Int(text.tokens[tokens.lowerBound].scalarStart) }
  func scalarEnd(_ tokens: Range<Int>) -> Int { Int(text.tokens[tokens.upperBound - 1].scalarEnd) }

  /// The source's own bytes.
  func bytes(_ tokens: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let start = Int(text.tokens[tokens.lowerBound].start)
    return UnsafeBufferPointer(
      rebasing: text.utf8[start..<Int(text.tokens[tokens.upperBound - 1].end)])
  }

  private func contractTimes() -> [TimeExpression] {
    times.indices.map { index in
      TimeExpression(
        id: EntityIds.text("t", index + 1), start: scalarStart(times[index].tokens),
        end: scalarEnd(times[index].tokens), value: times[index].value,
        granularity: times[index].granularity, basis: times[index].basis)
    }
  }

  private func contractDateline(_ ids: EntityIds) -> ParsedArticle.Dateline? {
    guard let dateline else { return nil }
    let place = dateline.place.flatMap { range in
      mentions.first { $0.tokens.lowerBound == range.lowerBound }?.entity
    }
    return .init(
      place: place.flatMap { ids[$0] }, date: dateline.date.map { CalendarDate($0).iso },
      agency: dateline.agency.isEmpty ? "" : NameText.trimmed(bytes(dateline.agency)))
  }
}
