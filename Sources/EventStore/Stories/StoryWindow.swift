/// How far apart articles may be published to be linked.
struct StoryWindow {
  let seconds: Int64

  /// Where the store's stories were made with another window, they are all to be made anew.
  func enter(_ db: any SQLConnection, _ stories: inout StoryKeeping) throws {
    let before = try db.first(
      "SELECT value FROM setting WHERE name = 'story-window'"
    ) { $0[0] as Int64? }
    guard before != seconds else { return }
    try db.execute(
      """
      INSERT INTO setting (name, value) VALUES ('story-window', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.integer(seconds)])
    stories.breakAll(
      try db.all("SELECT DISTINCT cluster FROM article WHERE cluster IS NOT NULL") { $0[0] })
  }
}
