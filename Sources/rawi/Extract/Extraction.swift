internal import ArgumentParser
internal import ArticleReading
internal import Contracts
internal import Dispatch

/// Articles in, what is printed of them out: on all cores, in the order of the input.
struct Extraction: Sendable {
  /// An article that could not be read.
  struct Failure: Error {
    /// Which, and what was wrong.
    var words: String
  }

  typealias Outcome = Result<[UInt8], Failure>

  /// Enough for all cores, little enough to begin printing early.
  private static let chunk = 64

  /// What is printed of an article.
  var form: @Sendable (RawArticle) -> [UInt8]

  /// Prints what is made of every article, and on standard error those that cannot be read.
  ///
  /// - Throws: `ExitCode` 1 where there was any of these.
  func print(_ inputs: ArticleInputs) throws {
    let failures = run(inputs) { outcome in
      switch outcome {
      case .success(let bytes): Terminal.print(bytes)
      case .failure(let failure): Terminal.note("rawi: \(failure.words.plain)")
      }
    }
    if failures > 0 { throw ExitCode.failure }
  }

  /// - Returns: how many articles could not be read.
  private func run(_ inputs: ArticleInputs, _ print: (Outcome) -> Void) -> Int {
    var failures = 0
    while true {
      let items = Array(inputs.prefix(Self.chunk))
      guard !items.isEmpty else { return failures }
      for outcome in outcomes(of: items) {
        if case .failure = outcome { failures += 1 }
        print(outcome)
      }
    }
  }

  private func outcomes(of items: [ArticleItem]) -> [Outcome] {
    [Outcome](unsafeUninitializedCapacity: items.count) { room, count in
      // Each iteration initializes its own element, and all have ended when the call returns.
      nonisolated(unsafe) let room = room
      DispatchQueue.concurrentPerform(iterations: items.count) { index in
        room.initializeElement(at: index, to: outcome(of: items[index]))
      }
      count = items.count
    }
  }

  private func outcome(of item: ArticleItem) -> Outcome {
    switch item.outcome {
    case .success(let article): return .success(form(article))
    case .failure(let error): return .failure(Failure(words: "\(item.origin): \(error)"))
    }
  }
}
