/// The tables since several indexers share a store.
///
/// - `source.rowid`: the number by which others name a partition. From `acknowledged` up to `next`,
///   offsets whose outputs Kafka may not have yet; `last`, see ``IndexOutput``.
/// - `article.owner`: the row of the partition that it came from first; null where that is not known.
/// - `outbox`: see ``Outbox``. What an earlier release left was made by the record at `"offset"`.
/// - `setting`, `store`: drawn when the store is made, see ``OutboxMark``.
enum Outbox4 {
  static func migrate(_ db: any SQLConnection) throws {
    try db.run(tables)
    try db.execute(
      "INSERT INTO setting (name, value) VALUES ('store', ?)",
      [.integer(Int64.random(in: 1...Int64.max))])
  }

  private static let tables = """
    ALTER TABLE source RENAME TO source_1;
    ALTER TABLE outbox RENAME TO outbox_1;
    DROP INDEX outbox_source;
    CREATE TABLE source (
      rowid INTEGER PRIMARY KEY,
      topic TEXT NOT NULL, partition INTEGER NOT NULL,
      acknowledged INTEGER NOT NULL, next INTEGER NOT NULL, last INTEGER NOT NULL,
      UNIQUE (topic, partition)
    );
    INSERT INTO source (topic, partition, acknowledged, next, last)
    SELECT topic, partition, acknowledged, next, 0 FROM source_1 ORDER BY topic, partition;
    ALTER TABLE article ADD COLUMN owner INTEGER;
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY, owner INTEGER NOT NULL, key TEXT NOT NULL, value BLOB,
      "offset" INTEGER
    );
    CREATE INDEX outbox_owner ON outbox (owner);
    CREATE TABLE rejection (
      owner INTEGER NOT NULL, "offset" INTEGER NOT NULL, problem TEXT NOT NULL, words TEXT NOT NULL,
      PRIMARY KEY (owner, "offset")
    ) WITHOUT ROWID;
    INSERT INTO outbox (seq, owner, key, value, "offset")
    SELECT seq, source.rowid, key, value, "offset" FROM outbox_1 JOIN source USING (topic, partition)
    WHERE problem IS NULL;
    INSERT INTO rejection (owner, "offset", problem, words)
    SELECT source.rowid, "offset", problem, words FROM outbox_1 JOIN source USING (topic, partition)
    WHERE problem IS NOT NULL;
    UPDATE source SET last = coalesce((SELECT max(seq) FROM outbox WHERE owner = source.rowid), 0);
    DROP TABLE outbox_1;
    DROP TABLE source_1;
    """
}
