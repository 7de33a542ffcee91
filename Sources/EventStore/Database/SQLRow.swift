/// A row of a result; it holds only until the next row is read.
protocol SQLRow {
  func integer(_ column: Int) -> Int64?
  func real(_ column: Int) -> Double?
  func text(_ column: Int) -> String?
  func bytes(_ column: Int) -> [UInt8]?
}

extension SQLRow {
  /// The value of a column. Null where no value is expected, which no table allows, gives an empty
  /// one.
  subscript<Value: SQLReadable>(column: Int) -> Value { Value(self, column) }
}

/// What a column can be read as.
protocol SQLReadable {
  init(_ row: some SQLRow, _ column: Int)
}

extension Int64: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self = row.integer(column) ?? 0 }
}

extension Int: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self = Int(row.integer(column) ?? 0) }
}

extension Int32: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self.init(clamping: row.integer(column) ?? 0) }
}

extension Double: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self = row.real(column) ?? 0 }
}

extension String: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self = row.text(column) ?? "" }
}

extension [UInt8]: SQLReadable {
  init(_ row: some SQLRow, _ column: Int) { self = row.bytes(column) ?? [] }
}

extension SQLRow {
  subscript(column: Int) -> Int64? { integer(column) }
  subscript(column: Int) -> Int? { integer(column).map { Int($0) } }
  subscript(column: Int) -> Double? { real(column) }
  subscript(column: Int) -> String? { text(column) }
  subscript(column: Int) -> [UInt8]? { bytes(column) }
}
