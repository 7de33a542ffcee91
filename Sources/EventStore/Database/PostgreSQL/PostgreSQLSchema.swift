/// The tables in PostgreSQL, and how those of earlier releases are brought up to them.
///
/// They are SQLite's under the same names, so that what is written for one can be read in the other.
/// The store is in the schema that comes first in the connection's search path: `public`, unless the
/// URL says `?options=-csearch_path%3Dname`.
enum PostgreSQLSchema {
  /// In order; each has the number of the migration of SQLite's that leaves the same tables.
  private static let migrations:
    [(number: Int64, run: @Sendable (any SQLConnection) throws -> Void)] = [
      (
        4,
        {
          try $0.run(first)
          try Search3.migrate($0)
        }
      ),
      (5, Told5.migrate),
    ]

  /// Brings the tables up to this release. Two that begin at once do it one after the other, since
  /// every write has the store's lock.
  static func migrate(_ server: PostgreSQLServer) throws {
    try server.write { db in
      if try !isThere(db) {
        try db.run(
          """
          CREATE TABLE migration (
            number bigint PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())
          """)
      }
      let done = try number(db)
      if let done, done > migrations.last?.number ?? 0 {
        throw StoreError.otherRelease(server.address.name, isLater: true)
      }
      for migration in migrations where migration.number > done ?? 0 {
        try migration.run(db)
        try db.execute("INSERT INTO migration (number) VALUES (?)", [.integer(migration.number)])
      }
    }
  }

  /// For who only reads: the tables must be of this very release's form.
  static func check(_ server: PostgreSQLServer) throws {
    try server.read { db in
      guard try isThere(db) else { throw StoreError.missing(server.address.name) }
      let wanted = migrations.last?.number ?? 0
      let done = try number(db) ?? 0
      if done != wanted {
        throw StoreError.otherRelease(server.address.name, isLater: done > wanted)
      }
    }
  }

  private static func isThere(_ db: any SQLConnection) throws -> Bool {
    try db.first("SELECT to_regclass('migration') IS NOT NULL") { $0[0] as Int64 != 0 } ?? false
  }

  private static func number(_ db: any SQLConnection) throws -> Int64? {
    try db.first("SELECT max(number) FROM migration") { $0[0] as Int64? } ?? nil
  }

  /// Texts are compared byte by byte, as SQLite does. Records stay in their rows up to 8 kB, and
  /// are not compressed, which would cost more than all the rest of a row.
  private static let first = """
    CREATE TABLE article (
      rowid bigint PRIMARY KEY,
      id text COLLATE "C" UNIQUE NOT NULL,
      source text, url text, title text, published_at text, reference_date text,
      sha256 text NOT NULL, simhash text NOT NULL,
      published bigint NOT NULL, sketch bytea NOT NULL,
      cluster bigint, story text COLLATE "C",
      parsed bytea, owner bigint
    );
    CREATE INDEX article_cluster ON article (cluster);
    CREATE TABLE article_key (
      key bigint NOT NULL, published bigint NOT NULL, article bigint NOT NULL,
      PRIMARY KEY (key, published, article)
    );
    CREATE TABLE event (
      rowid bigint PRIMARY KEY,
      id text COLLATE "C" UNIQUE NOT NULL,
      article bigint NOT NULL, ordinal bigint NOT NULL,
      version bigint NOT NULL,
      given bytea, story text COLLATE "C", same_as text COLLATE "C", reports bigint,
      extractor text NOT NULL,
      content bytea, body bytea, traits bytea,
      first_day text COLLATE "C", last_day text COLLATE "C"
    ) WITH (toast_tuple_target = 8160);
    ALTER TABLE event ALTER body SET STORAGE EXTERNAL, ALTER traits SET STORAGE EXTERNAL;
    CREATE INDEX event_article ON event (article);
    CREATE TABLE event_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
    CREATE INDEX event_words_words ON event_words USING gin (words);
    CREATE TABLE setting (name text PRIMARY KEY, value bigint);
    INSERT INTO setting (name, value)
    VALUES ('store', ('x' || left(md5(random()::text || clock_timestamp()), 15))::bit(60)::bigint);
    CREATE TABLE source (
      rowid bigint PRIMARY KEY,
      topic text NOT NULL, partition bigint NOT NULL,
      acknowledged bigint NOT NULL, next bigint NOT NULL, last bigint NOT NULL,
      UNIQUE (topic, partition)
    );
    CREATE TABLE outbox (
      owner bigint NOT NULL, seq bigint NOT NULL, key text NOT NULL, value bytea, "offset" bigint,
      PRIMARY KEY (owner, seq)
    ) WITH (toast_tuple_target = 8160);
    ALTER TABLE outbox ALTER value SET STORAGE EXTERNAL;
    CREATE TABLE rejection (
      owner bigint NOT NULL, "offset" bigint NOT NULL, problem text NOT NULL, words text NOT NULL,
      PRIMARY KEY (owner, "offset")
    );
    """
}
