internal import EventStore
internal import StageRuntime

/// Events that come by their days, to a file for each.
struct DailyExport {
  private let folder: ExportFolder
  private let format: EventFormat
  /// Days that have a file though they may have no event, the last first.
  private var expected: [String] = []
  private var current: (day: String?, file: ExportFile, writer: EventWriter)?
  private(set) var events = 0
  private(set) var files = 0

  init(folder: String, format: EventFormat) throws(StageFailure) {
    self.folder = try ExportFolder(folder)
    self.format = format
  }

  /// - Parameter days: in order.
  mutating func expect(_ days: [String]) { expected = days.reversed() }

  /// - Parameter day: on which the event is; not before that of the event before it, and nil after
  ///   all others.
  mutating func write(_ hit: SearchHit, day: String?) throws(StageFailure) {
    if current == nil || current?.day != day {
      try close()
      try passEmpty(before: day)
      try open(day)
    }
    if let bytes = current?.writer.write(hit) { try current?.file.write(bytes) }
    events += 1
  }

  /// Closes the last file, and makes those of the days that are left.
  mutating func finish() throws(StageFailure) {
    try close()
    try passEmpty(before: nil)
  }

  private mutating func passEmpty(before day: String?) throws(StageFailure) {
    while let next = expected.last, day.map({ next < $0 }) ?? true {
      try open(next)
      try close()
    }
  }

  private mutating func open(_ day: String?) throws(StageFailure) {
    if let last = expected.last, last == day { expected.removeLast() }
    let name = day.map { $0.filter { $0 != "-" } } ?? "undated"
    let writer = EventWriter(format: format)
    let file = try folder.file("\(name).export.\(format.rawValue)")
    try file.write(writer.head)
    current = (day, file, writer)
  }

  private mutating func close() throws(StageFailure) {
    guard let current else { return }
    try current.file.write(current.writer.tail)
    try current.file.finish()
    self.current = nil
    files += 1
  }
}
