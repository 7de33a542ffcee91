/// The store's statements as PostgreSQL wants them.
enum PostgreSQLText {
  /// With `$1`, `$2`, … in place of the question marks.
  static func numbered(_ sql: String) -> String {
    replacingMarks(sql) { "$\($0 + 1)" }
  }

  /// A query for each element of arrays, with the element's number before its columns.
  ///
  /// - Parameter types: of the arrays; nil for a null.
  static func readingEach(_ sql: String, _ types: [String?]) -> String {
    """
    SELECT each.number, found.* FROM \(elements(types)) CROSS JOIN LATERAL (
      \(withElements(sql, types))) AS found
    """
  }

  /// An `INSERT … VALUES`, `UPDATE … WHERE` or `DELETE … WHERE` for each element of arrays.
  static func changingEach(_ sql: String, _ types: [String?]) -> String {
    let sql = withElements(sql, types)
    if sql.hasPrefix("INSERT"), let values = sql.firstRange(of: "VALUES ("),
      let end = sql[values.upperBound...].firstIndex(of: ")")
    {
      return sql[..<values.lowerBound]
        + "SELECT \(sql[values.upperBound..<end]) FROM \(elements(types))"
        + sql[sql.index(after: end)...]
    }
    guard let condition = sql.firstRange(of: "WHERE") else { return sql }
    let word = sql.hasPrefix("DELETE") ? "USING" : "FROM"
    return sql[..<condition.lowerBound] + "\(word) \(elements(types)) "
      + sql[condition.lowerBound...]
  }

  private static func withElements(_ sql: String, _ types: [String?]) -> String {
    replacingMarks(sql) { types[$0] == nil ? "NULL" : "each.a\($0 + 1)" }
  }

  private static func elements(_ types: [String?]) -> String {
    let known = types.indices.filter { types[$0] != nil }
    let arrays = known.enumerated().map { "$\($0 + 1)::\(types[$1] ?? "text[]")" }
    let names = known.map { "a\($0 + 1)" } + ["number"]
    return "unnest(\(arrays.joined(separator: ", "))) "
      + "WITH ORDINALITY AS each(\(names.joined(separator: ", ")))"
  }

  private static func replacingMarks(_ sql: String, _ word: (Int) -> String) -> String {
    var text = ""
    for (number, part) in sql.split(separator: "?", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { text += word(number - 1) }
      text += part
    }
    return text
  }
}
