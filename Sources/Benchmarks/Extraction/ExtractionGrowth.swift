internal import ArticleReading
internal import Contracts
internal import EventExtraction

/// The same text in short articles and in long ones.
struct ExtractionGrowth {
  let extractor: Extractor
  let corpus: Corpus

  private static let sizes = [1, 4, 16, 64, 256, 1000, 2000]
  private static let bytes = 2_000_000

  func report(_ rounds: Int) throws -> Report {
    let text = Self.joined(corpus.texts)
    var yardstick = Row("yardstick")
    var rows: [Row] = []
    for kilobytes in Self.sizes {
      let articles = Self.articles(text, kilobytes * 1000)
      var row = Row("\(kilobytes) KB")
      ProcessCost.forgetPeak()
      for _ in 0..<rounds {
        yardstick.add(Yardstick.seconds(over: articles.texts))
        let cost = try read(articles)
        row.add(
          cost.seconds,
          [
            "CPU ns/byte": cost.seconds * 1e9 / Double(articles.bytes),
            "allocations/KB": Double(cost.allocations) * 1000 / Double(articles.bytes),
            "peak MB": Double(ProcessCost.own.peakMegabytes),
          ])
      }
      rows.append(row)
    }
    return Report(amounts: ["bytes": text.count], yardstick: yardstick, rows: rows)
  }

  private func read(_ articles: Corpus) throws -> Cost {
    var clock = Clock()
    var written = 0
    for record in articles.records {
      let article = try articles.reader.read(record)
      written += extractor.extract(article, id: "benchmark").json().count
    }
    precondition(written > 0, "nothing was written")
    return clock.lap()
  }

  /// One text of all, from the beginning again where they are too few.
  private static func joined(_ texts: [[UInt8]]) -> [UInt8] {
    var joined: [UInt8] = []
    while joined.count < bytes {
      for text in texts where joined.count < bytes { joined += text + [0x0A, 0x0A] }
    }
    return joined
  }

  /// The text in articles of this size, which end where a word does.
  private static func articles(_ text: [UInt8], _ size: Int) -> Corpus {
    var articles: [RawArticle] = []
    var rest = text[...]
    while !rest.isEmpty {
      var piece = rest.prefix(size)
      if piece.count < rest.count, let space = piece.lastIndex(where: { $0 <= 0x20 }) {
        piece = piece[...space]
      }
      rest = rest[piece.endIndex...]
      articles.append(
        RawArticle(body: String(decoding: piece, as: UTF8.self), publishedAt: "2017-01-20"))
    }
    return Corpus(articles)
  }
}
