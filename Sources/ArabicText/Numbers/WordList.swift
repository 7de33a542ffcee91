/// A lexicon's lines: tab-separated fields, with what is wrong told by file and line.
public struct WordList: Sendable {
  public struct Line: Sendable {
    /// Counted from 1.
    public var number: Int
    public var fields: [String]
  }

  /// A lexicon's line that cannot be read.
  public struct Malformed: Error, CustomStringConvertible, Sendable {
    public var file: String
    public var line: Int
    public var problem: String

    public init(file: String, line: Int, problem: String) {
      self.file = file
      self.line = line
      self.problem = problem
    }

    public var description: String { "\(file), line \(line): \(problem)" }
  }

  public var file: String
  public var lines: [Line] = []

  /// - Parameter columns: how many fields each line has; comments and empty lines are passed over.
  public init(_ text: String, file: String, columns: Int) throws(Malformed) {
    self.file = file
    let all = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in all.enumerated()
    where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard fields.count == columns else {
        throw Malformed(
          file: file, line: index + 1,
          problem: "has \(fields.count) fields; write \(columns), parted by single tabs")
      }
      lines.append(Line(number: index + 1, fields: fields))
    }
  }

  /// The error that names a line of this file.
  public func malformed(_ line: Line, _ problem: String) -> Malformed {
    Malformed(file: file, line: line.number, problem: problem)
  }
}
