internal import GRDB

/// How far apart articles may be published to be linked.
struct StoryWindow {
  let seconds: Int64

  /// Where the store's stories were made with another window, they are all to be made anew.
  func enter(_ db: Database, _ stories: inout StoryKeeping) throws {
    let before = try Int64.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = 'story-window'")
    guard before != seconds else { return }
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES ('story-window', ?)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """, arguments: [seconds])
    stories.breakAll(
      try Int64.fetchAll(
        db, sql: "SELECT DISTINCT cluster FROM article WHERE cluster IS NOT NULL"))
  }
}
