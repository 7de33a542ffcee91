internal import GRDB

/// The tables, and how files of earlier releases are brought up to them.
enum Schema {
  static func migrate(_ database: some DatabaseWriter) throws {
    try database.read { db in
      if try migrations.hasBeenSuperseded(db) {
        throw StoreError.otherRelease(db.path, isLater: true)
      }
    }
    try migrations.migrate(database)
  }

  /// For who may not migrate: the file must be of this very release's form.
  static func check(_ database: some DatabaseReader) throws {
    try database.read { db in
      if try migrations.hasBeenSuperseded(db) {
        throw StoreError.otherRelease(db.path, isLater: true)
      }
      if try !migrations.hasCompletedMigrations(db) {
        throw StoreError.otherRelease(db.path, isLater: false)
      }
    }
  }

  private static let migrations: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: first) }
    migrator.registerMigration("2") { try Stories2.migrate(SQLiteConnection($0)) }
    migrator.registerMigration("3") { try Search3.migrate(SQLiteConnection($0)) }
    migrator.registerMigration("4") { try Outbox4.migrate(SQLiteConnection($0)) }
    migrator.registerMigration("5") { try Told5.migrate(SQLiteConnection($0)) }
    migrator.registerMigration("6") { try Words6.migrate(SQLiteConnection($0)) }
    return migrator
  }()

  /// - `event_words`: rows carry the rowid of `event`; folded words, their stems, and the type and
  ///   countries that a search filters by.
  /// - `source`: from `acknowledged` up to `next`, offsets whose outputs Kafka may not have yet.
  static let first = """
    CREATE TABLE article (
      id TEXT PRIMARY KEY NOT NULL,
      source TEXT, url TEXT, title TEXT, published_at TEXT, reference_date TEXT,
      sha256 TEXT NOT NULL, simhash TEXT NOT NULL,
      story TEXT NOT NULL,
      parsed BLOB
    );
    CREATE INDEX article_sha256 ON article (sha256);
    CREATE TABLE event (
      rowid INTEGER PRIMARY KEY,
      id TEXT UNIQUE NOT NULL,
      article TEXT NOT NULL,
      version INTEGER NOT NULL,
      content BLOB,
      record BLOB,
      first_day TEXT, last_day TEXT
    );
    CREATE INDEX event_article ON event (article);
    CREATE VIRTUAL TABLE event_words USING fts5 (
      words, stems, codes, tokenize = 'unicode61 remove_diacritics 0');
    CREATE TABLE source (
      topic TEXT NOT NULL, partition INTEGER NOT NULL,
      acknowledged INTEGER NOT NULL, next INTEGER NOT NULL,
      PRIMARY KEY (topic, partition)
    ) WITHOUT ROWID;
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      topic TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL,
      key TEXT, value BLOB,
      problem TEXT, words TEXT
    );
    CREATE INDEX outbox_source ON outbox (topic, partition, "offset");
    """
}

extension Database {
  /// The file's name, for messages.
  fileprivate var path: String {
    (try? String.fetchOne(self, sql: "SELECT file FROM pragma_database_list WHERE name = 'main'"))
      ?? "in memory"
  }
}
