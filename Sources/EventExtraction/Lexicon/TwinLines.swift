internal import ArabicText

/// Lines of one directory that cannot both be meant: those that say the same key twice, and those
/// that the reader cannot tell apart because it folds their spellings into one.
struct TwinLines {
  private(set) var problems: [LexiconError] = []

  /// - Parameters:
  ///   - tables: those of one directory.
  ///   - earlier: those of all directories before it, whose lines this directory may override only
  ///     by writing their key letter for letter.
  init(_ tables: [Table], earlier: some Sequence<Table>) {
    var seen: [Key: (table: Table, row: Row)] = [:]
    for table in tables {
      for row in table.rows {
        let key = Key(table.kind, row)
        if let twin = seen[key] {
          problems.append(table.error(row, Self.reason(row, twin, table.kind)))
        } else {
          seen[key] = (table, row)
        }
      }
    }
    let kinds = Set(tables.map(\.kind))
    var ours: [Key: (table: Table, row: Row)] = [:]
    for table in earlier where kinds.contains(table.kind) {
      for row in table.rows {
        let key = Key(table.kind, row)
        guard let own = seen[key] else { continue }
        // Of several earlier spellings the one that is written alike is meant.
        if ours[key] == nil || Self.spellsAlike(own.row, row, table.kind) {
          ours[key] = (table, row)
        }
      }
    }
    for (key, twin) in ours {
      guard let own = seen[key], !Self.spellsAlike(own.row, twin.row, own.table.kind) else {
        continue
      }
      problems.append(
        own.table.error(
          own.row,
          Self.variant(own.row, twin, own.table.kind)
            + "; write it as there to override that line"))
    }
  }

  /// What tells a line from others of its kind, spelling variants folded.
  private struct Key: Hashable {
    var kind: TableKind
    var letters: [UInt8]

    init(_ kind: TableKind, _ row: Row) {
      self.kind = kind
      letters = row.folded(kind.identityColumns)
    }
  }

  private static func reason(
    _ row: Row, _ twin: (table: Table, row: Row), _ kind: TableKind
  ) -> String {
    guard spellsAlike(row, twin.row, kind) else { return variant(row, twin, kind) }
    let fields = kind.columns.prefix(kind.identityColumns).joined(separator: ", ")
    return "has the same \(fields) as \(twin.table.place(twin.row)); keep one of them"
  }

  private static func variant(
    _ row: Row, _ twin: (table: Table, row: Row), _ kind: TableKind
  ) -> String {
    let column =
      (0..<kind.identityColumns).first { row.text($0) != twin.row.text($0) } ?? 0
    return "«\(row.text(column) ?? "-")» is another spelling of "
      + "«\(twin.row.text(column) ?? "-")» in \(twin.table.place(twin.row)), and both are read as "
      + "one word"
  }

  private static func spellsAlike(_ row: Row, _ twin: Row, _ kind: TableKind) -> Bool {
    row.key(kind.identityColumns) == twin.key(kind.identityColumns)
  }
}

extension TableKind {
  /// How many fields from the first two lines of one directory may not share. More than the key
  /// where words that are written alike have a line each.
  fileprivate var identityColumns: Int {
    switch self {
    case .verbs: 3
    case .places, .functionWords: 2
    default: keyColumns
    }
  }
}

extension Row {
  fileprivate func folded(_ columns: Int) -> [UInt8] {
    var letters: [UInt8] = []
    for column in 0..<columns {
      letters += Letter.fold(text(column) ?? "-")
      letters.append(9)
    }
    return letters
  }
}
