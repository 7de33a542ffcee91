public import Contracts

/// One article of an input, or why it could not be read.
public struct ArticleItem: Sendable {
  /// The file, and the line where there are many articles in it: `news.jsonl.gz:512`.
  public let origin: String
  public let outcome: Result<RawArticle, ArticleReadingError>
}

/// The articles of files, folders and standard input, one after the other.
///
/// JSON lines, JSON, plain text, HTML, RSS and Atom are told apart by the file's name, or by the
/// first bytes where the name says nothing; any of them may be gzip. Files are streamed. What is
/// wrong with one item is that item's outcome, and reading goes on behind it.
///
/// Reading blocks, so use it from a thread of your own.
public final class ArticleInputs: Sequence, IteratorProtocol {
  /// How far reading has come.
  public struct Progress: Sendable, Hashable {
    public var files: Int
    public var filesDone: Int
    /// Bytes as they stand in the files, compressed ones as such.
    public var bytesRead: Int
    /// 0 where standard input or a pipe makes it unknown.
    public var bytesTotal: Int
  }

  private enum Current {
    case none
    case lines(LineSplitter)
    case objects(ObjectSplitter)
    case items(ArraySlice<ArticleItem>)
  }

  private let reader: ArticleReader
  private let files: [InputFile]
  private let bytesTotal: Int
  private var nextFile = 0
  private var current = Current.none
  private var stream: ByteStream?
  private var bytesOfDoneFiles = 0

  /// - Parameter paths: files and folders; `-` is standard input.
  public init(paths: [String], reader: ArticleReader = ArticleReader()) {
    self.reader = reader
    files = InputFile.find(paths)
    let isSized = files.allSatisfy { $0.size > 0 || $0.failure != nil }
    bytesTotal = isSized ? files.reduce(0) { $0 + $1.size } : 0
  }

  public var progress: Progress {
    return Progress(
      files: files.count, filesDone: stream == nil ? nextFile : nextFile - 1,
      bytesRead: bytesOfDoneFiles + (stream?.bytesRead ?? 0),
      bytesTotal: bytesTotal)
  }

  public func next() -> ArticleItem? {
    while true {
      do throws(ArticleReadingError) {
        if let item = try nextOfCurrent() { return item }
        closeFile()
        guard nextFile < files.count else { return nil }
        nextFile += 1
        try open(file)
      } catch {
        closeFile()
        return ArticleItem(origin: file.name, outcome: .failure(error))
      }
    }
  }

  /// The file that was opened last.
  private var file: InputFile { files[nextFile - 1] }

  private func closeFile() {
    bytesOfDoneFiles += stream?.bytesRead ?? 0
    stream = nil
    current = .none
  }

  private func open(_ file: InputFile) throws(ArticleReadingError) {
    if let failure = file.failure { throw failure }
    let stream = try ByteStream(path: file.path)
    self.stream = stream
    // One line is enough to tell, and all that a slow pipe may have given yet.
    while stream.pending < 512, !stream.window.contains(UInt8(ascii: "\n")), try stream.extend() {}
    switch file.format ?? InputFormat(firstBytes: stream.window[...]) {
    case .lines: current = .lines(LineSplitter(stream, limit: reader.limit))
    case .objects:
      current =
        try beginsWithObjectOnOneLine(stream)
        ? .lines(LineSplitter(stream, limit: reader.limit))
        : .objects(ObjectSplitter(stream, limit: reader.limit))
    case .plain: current = .items([whole(try contents(stream), type: ContentType.plain)])
    case .html: current = .items([whole(try contents(stream), type: ContentType.html)])
    case .feed:
      // A feed holds some dozens of articles.
      let bytes = try contents(stream, limit: reader.limit * 16)
      current = .items(try Feed.articles(bytes, reader: reader, origin: file.name)[...])
    }
  }

  private func nextOfCurrent() throws(ArticleReadingError) -> ArticleItem? {
    switch current {
    case .none: return nil
    case .lines(var splitter):
      defer { current = .lines(splitter) }
      return try splitter.next().map(item)
    case .objects(var splitter):
      defer { current = .objects(splitter) }
      return try splitter.next().map(item)
    case .items(var items):
      defer { current = .items(items) }
      return items.popFirst()
    }
  }

  private func item(_ piece: InputPiece) -> ArticleItem {
    let outcome: Result<RawArticle, ArticleReadingError> =
      switch piece {
      case .bytes(let range, _):
        stream!.window.withUnsafeBytes { bytes in
          read(UnsafeRawBufferPointer(rebasing: bytes[range]), type: ContentType.json)
        }
      case .tooLarge:
        .failure(
          ArticleReadingError(
            .tooLarge, "more than the \(reader.limit) bytes that an article may have"))
      case .malformed(let reason, _):
        .failure(ArticleReadingError(.malformedJSON, "malformed JSON: \(reason)"))
      }
    return ArticleItem(origin: "\(file.name):\(piece.line)", outcome: outcome)
  }

  private func whole(_ bytes: [UInt8], type: String) -> ArticleItem {
    ArticleItem(
      origin: file.name, outcome: bytes.withUnsafeBytes { read($0, type: type) })
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, type: String
  ) -> Result<RawArticle, ArticleReadingError> {
    Result { () throws(ArticleReadingError) in try reader.read(bytes, contentType: type) }
  }

  /// Everything that is left of the stream, refused where it is more than may be.
  private func contents(
    _ stream: ByteStream, limit: Int? = nil
  ) throws(ArticleReadingError) -> [UInt8] {
    let limit = limit ?? reader.limit
    while try stream.extend() {
      guard stream.pending <= limit else { break }
    }
    guard stream.pending <= limit else {
      throw ArticleReadingError(.tooLarge, "more than the \(limit) bytes that it may have")
    }
    return stream.window
  }

  /// Tells JSON lines from JSON laid out over many lines.
  private func beginsWithObjectOnOneLine(_ stream: ByteStream) throws(ArticleReadingError) -> Bool {
    var end = stream.window.firstIndex(of: UInt8(ascii: "\n"))
    while end == nil, stream.pending <= reader.limit, try stream.extend() {
      end = stream.window.firstIndex(of: UInt8(ascii: "\n"))
    }
    let line = stream.window[..<(end ?? stream.window.count)]
    return line.withUnsafeBufferPointer { bytes in
      guard UTF8Bytes.isValid(bytes) else { return false }
      var scanner = JSONScanner(bytes)
      do throws(JSONScanner.Failure) {
        guard try scanner.peek() == .object else { return false }
        try scanner.skip()
        try scanner.expectEnd()
        return true
      } catch {
        return false
      }
    }
  }
}
