/// What users may build on in SQL, and the index by which old articles are found.
///
/// - `told`: a row for each event as consumers were last told of it; `record` is its JSON as it
///   stands in `events`, see ``EventRecord``.
enum Told5 {
  static func migrate(_ db: any SQLConnection) throws {
    try db.run("CREATE INDEX article_published ON article (published)")
    switch db.dialect {
    case .sqlite: try db.run(view(text: sqliteText, quoted: "json_quote", record: { $0 }))
    case .postgresql:
      try db.run(view(text: postgresqlText, quoted: "to_json", record: { "(\($0))::jsonb" }))
    }
  }

  private static let sqliteText = "CAST(event.body AS TEXT)"
  private static let postgresqlText = "convert_from(event.body, 'UTF8')"

  private static func view(text: String, quoted: String, record: (String) -> String) -> String {
    let json = """
      '{"schema":"rawi.event/1","id":' || \(quoted)(event.id) || ',"version":' || event.version
        || \(text) || ',"story":' || \(quoted)(event.story)
        || ',"same_as":' || \(quoted)(event.same_as) || ',"reports":' || event.reports
        || ',"extractor":' || \(quoted)(event.extractor) || '}'
      """
    return """
      CREATE VIEW told AS
      SELECT event.id, event.version, event.first_day, event.last_day, event.latitude,
        event.longitude, event.story, event.same_as, event.reports, article.id AS article,
        article.source, article.url, article.title, article.published_at,
        \(record(json)) AS record
      FROM event JOIN article ON article.rowid = event.article
      WHERE event.listed IS NOT NULL AND event.given IS NOT NULL
      """
  }
}
