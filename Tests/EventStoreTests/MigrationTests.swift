import Contracts
import EventStore
import Foundation
import GRDB
import Testing

/// Files of earlier releases are brought up to this one's form.
@Suite struct MigrationTests {
  static let event = SampleEvent(id: "x1", sentence: "قال الوزير", day: "2024-03-30")
  static let article = ParsedArticle.sample("a", [event])

  /// A file as the first release left it: an article, its event in its third version, of which
  /// Kafka does not have the last, and a record that was rejected.
  private func makeFirst(_ path: String) throws {
    var told = try #require(
      try TemporaryStore(.sqlite).apply(Self.article, at: 0).outputs[0].record)
    told = Array(
      String(decoding: told, as: UTF8.self).replacing(#""version":1"#, with: #""version":3"#).utf8)
    let file = try DatabaseQueue(path: path)
    try file.write { db in
      try db.execute(
        sql: """
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('1');
          CREATE TABLE article (
            id TEXT PRIMARY KEY NOT NULL,
            source TEXT, url TEXT, title TEXT, published_at TEXT, reference_date TEXT,
            sha256 TEXT NOT NULL, simhash TEXT NOT NULL, story TEXT NOT NULL, parsed BLOB);
          CREATE INDEX article_sha256 ON article (sha256);
          CREATE TABLE event (
            rowid INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, article TEXT NOT NULL,
            version INTEGER NOT NULL, content BLOB, record BLOB, first_day TEXT, last_day TEXT);
          CREATE INDEX event_article ON event (article);
          CREATE VIRTUAL TABLE event_words USING fts5 (
            words, stems, codes, tokenize = 'unicode61 remove_diacritics 0');
          CREATE TABLE source (
            topic TEXT NOT NULL, partition INTEGER NOT NULL,
            acknowledged INTEGER NOT NULL, next INTEGER NOT NULL,
            PRIMARY KEY (topic, partition)) WITHOUT ROWID;
          CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            topic TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL,
            key TEXT, value BLOB, problem TEXT, words TEXT);
          CREATE INDEX outbox_source ON outbox (topic, partition, "offset");
          INSERT INTO article VALUES
            ('a', NULL, NULL, 'عنوان', NULL, NULL, 's', '0', 'a', x'01'),
            ('b', NULL, NULL, NULL, NULL, NULL, 's', '0', 'b', NULL);
          INSERT INTO source VALUES ('articles.parsed', 0, 5, 7);
          """)
      try db.execute(
        sql: """
          INSERT INTO event VALUES (1, 'x1', 'a', 3, x'01', ?, '2024-03-30', '2024-03-30'),
            (2, 'y1', 'b', 2, NULL, NULL, NULL, NULL);
          """, arguments: [Data(told)])
      try db.execute(
        sql: """
          INSERT INTO outbox (topic, partition, "offset", key, value, problem, words) VALUES
            ('articles.parsed', 0, 5, 'x1', ?, NULL, NULL),
            ('articles.parsed', 0, 6, NULL, NULL, 'malformed', 'Article c: no');
          """, arguments: [Data(told)])
    }
    try file.close()
  }

  @Test func theFirstReleasesFileIsBroughtUpToDate() throws {
    let temporary = try TemporaryStore(.sqlite)
    let path = temporary.folder.appending(path: "first.sqlite").path
    try makeFirst(path)
    #expect(throws: StoreError.self) { _ = try EventStore(reading: path) }
    let store = try EventStore(path: path)
    let found = try store.search(SearchQuery(words: "الوزير")).map(\.event)
    #expect(found.map(\.id) == ["x1"])
    #expect(found.map(\.version) == [3])
    #expect(try store.recordedOffsets(topic: "articles.parsed") == [0: 7])
    #expect(try store.outbox(of: partition0).map(\.eventID) == ["x1"])
    // Kafka had no marks then: the offsets say what it has.
    #expect(try store.take(partition0, committed: 5, mark: nil, known: 5) == 0)
    #expect(try store.outbox(of: partition0).map(\.eventID) == ["x1"])
    #expect(try store.take(partition0, committed: 6, mark: nil, known: 5) == 0)
    #expect(try store.outbox(of: partition0).isEmpty)
    let again = try store.apply(batch: [
      IndexInput(position: .at(6), articleID: "c", parsed: [UInt8]("{".utf8))
    ])
    #expect(again.rejections.map(\.error.code) == [.malformed])
    #expect(try store.apply(batch: [.article(Self.article, at: 7)]).isEmpty)
    var changed = Self.event
    changed.type = .consult
    let result = try store.apply(batch: [.article(.sample("a", [changed]), at: 8)])
    #expect(try result.versions == ["x1": 4])
    #expect(result.outputs.map(\.owner) == [partition0])
  }

  @Test func theIndexOfWordsIsMadeAnew() throws {
    let temporary = try TemporaryStore(.sqlite)
    _ = try temporary.apply(Self.article, at: 0)
    try temporary.store.close()
    // As the releases left it that kept the words in the index.
    let file = try DatabaseQueue(path: temporary.store.path)
    try file.write { db in
      try db.execute(
        sql: """
          DROP TABLE event_words;
          CREATE VIRTUAL TABLE event_words USING fts5 (
            words, stems, codes, actors, recipients, others, speakers,
            tokenize = 'ascii', columnsize = 0);
          INSERT INTO event_words (rowid, words, stems) SELECT listed, 'قال ', 'قال ' FROM event;
          DELETE FROM grdb_migrations WHERE identifier = '6';
          """)
    }
    try file.close()
    try temporary.reopen()
    func found(_ words: String) throws -> [String] {
      try temporary.store.search(SearchQuery(words: words)).map(\.event.id)
    }
    #expect(try found("قال") == ["x1"])
    #expect(try found("وزير") == ["x1"])
    var changed = Self.event
    changed.sentence = "سافر الرئيس"
    _ = try temporary.apply(.sample("a", [changed]), at: 1)
    #expect(try found("قال").isEmpty)
    #expect(try found("رئيس") == ["x1"])
  }
}
