internal import EventExtraction
internal import StageRuntime

extension LexiconOptions {
  /// The extractor with the user's tables.
  ///
  /// - Throws: ``ConfigurationError`` that names the first bad line.
  func extractor() throws -> Extractor {
    do {
      return try Extractor(lexicons: .bundled.adding(urls))
    } catch let error as LexiconError {
      throw ConfigurationError("\(error)")
    }
  }

  /// Refuses tables that a worker would not start with.
  func check() throws(ConfigurationError) {
    guard !folders.isEmpty, let problem = LexiconCheck(.bundled.adding(urls)).problems.first else {
      return
    }
    throw ConfigurationError("\(problem)")
  }
}
