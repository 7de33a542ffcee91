/// A connection to one of the two databases, with a transaction open on it.
///
/// The store's logic is written once, above this. Statements say `?` where an argument stands and
/// otherwise only what both databases understand; what they do differently is in ``dialect`` and in
/// the files beside each connection. Statements are prepared once and kept.
///
/// What concerns many rows is asked for together (`each:`): SQLite runs the prepared statement for
/// one tuple after the other, which costs it next to nothing, while PostgreSQL, for which each
/// statement is a journey, gets all of them at once.
protocol SQLConnection: AnyObject {
  var dialect: SQLDialect { get }

  /// Runs statements without arguments.
  func run(_ script: String) throws

  /// - Returns: how many rows it changed.
  @discardableResult
  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

  /// Runs the statement for each tuple of arguments.
  func execute(_ sql: String, each tuples: [[SQLValue]]) throws

  /// Gives the rows of a query one after the other. No other query of the same words may be run
  /// meanwhile.
  func query(
    _ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws

  /// Gives the rows of a query for each tuple of arguments, with the number of the tuple, in any order.
  ///
  /// A column must have values of one type in all tuples, and no nulls.
  func query(
    _ sql: String, each tuples: [[SQLValue]], _ body: (Int, any SQLRow) throws -> Void) throws

  /// Adds rows to a table.
  func insert(into table: String, _ columns: [String], _ rows: [[SQLValue]]) throws

  /// Adds events to the index of words.
  func index(_ words: [IndexedWords]) throws

  /// Takes events out of the index of words, while their rows still are as they were when they were
  /// added to it.
  ///
  /// - Parameter keys: their numbers, ascending.
  func removeFromIndex(_ keys: [Int64]) throws
}

/// What is not said alike to both databases.
enum SQLDialect: Sendable {
  case sqlite
  case postgresql
}

extension SQLConnection {
  @discardableResult
  func execute(_ sql: String) throws -> Int { try execute(sql, []) }

  /// What `read` makes of the first row; nil where there is none.
  func first<Value>(
    _ sql: String, _ arguments: [SQLValue] = [], _ read: (any SQLRow) throws -> Value
  ) throws -> Value? {
    var value: Value?
    try query(sql, arguments) { row in
      if value == nil { value = try read(row) }
    }
    return value
  }

  /// What `read` makes of each row.
  func all<Value>(
    _ sql: String, _ arguments: [SQLValue] = [], _ read: (any SQLRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try query(sql, arguments) { values.append(try read($0)) }
    return values
  }
}
