/// The line of a table that an entry of the lexicon was read from.
struct RowOrigin: Sendable, Hashable {
  /// Index into ``Lexicon/tables``.
  var table: UInt16
  /// From 1.
  var line: UInt32
}

extension Table {
  func origin(_ row: Row) -> RowOrigin {
    RowOrigin(table: UInt16(clamping: number), line: UInt32(clamping: row.line))
  }
}

extension Lexicon {
  /// The entry's line as people write it: `verbs.tsv:812`, with the folder where it is not Rawi's.
  func place(_ origin: RowOrigin) -> String { "\(tables[Int(origin.table)]):\(origin.line)" }
}
