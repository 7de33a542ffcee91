internal import ArabicText
internal import Synchronization

/// Analyses that wait for their next article, so that each thread finds one with its memory.
final class AnalysisPool: Sendable {
  /// An analysis that nobody reads with.
  private struct Idle: @unchecked Sendable {
    let analysis: Analysis
  }

  /// An analysis that has read a text of more bytes is not kept, with all the room that it took.
  private static let longestText = 1 << 20

  private let lexicon: Lexicon
  private let vocabularies: Vocabularies
  private let idle = Mutex<[Idle]>([])

  init(_ lexicon: Lexicon, _ vocabularies: Vocabularies) {
    self.lexicon = lexicon
    self.vocabularies = vocabularies
  }

  /// Lends an analysis to `body`, which may not keep it.
  func withOne<Result>(_ body: (Analysis) -> Result) -> Result {
    let analysis =
      idle.withLock { $0.popLast() }?.analysis ?? Analysis(lexicon: lexicon, vocabularies)
    let result = body(analysis)
    if analysis.text.utf8.count <= Self.longestText {
      let idle = Idle(analysis: analysis)
      self.idle.withLock { $0.append(idle) }
    }
    return result
  }
}
