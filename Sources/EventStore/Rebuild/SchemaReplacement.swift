/// A new schema of the same PostgreSQL database, from which the old one's tables are filled in the
/// end: whoever has rights to them or views of them keeps these.
struct SchemaReplacement: StoreReplacement {
  private let old: EventStore
  private let server: PostgreSQLServer
  private let making: String
  let store: EventStore
  let horizon: Int64

  /// What an earlier attempt left is thrown away.
  init(_ url: String, passwordFile: String?, storyWindow: Int64) throws(StoreError) {
    let address = try EventStore.address(url, passwordFile)
    let server = PostgreSQLServer(address)
    self.server = server
    old = try EventStore(server, path: url, storyWindow: storyWindow)
    (making, horizon) = try StoreError.naming(url) {
      try server.write { db in
        let number: Int64 =
          try db.first("SELECT oid::bigint FROM pg_namespace WHERE nspname = current_schema()") {
            $0[0]
          } ?? 0
        let making = "rawi_rebuild_\(number)"
        try db.run("DROP SCHEMA IF EXISTS \(making) CASCADE; CREATE SCHEMA \(making)")
        return (making, try Horizon.current(db))
      }
    }
    store = try EventStore(
      PostgreSQLServer(address, schema: making), path: url, storyWindow: storyWindow)
  }

  /// In one transaction, for which readers wait.
  func replace() throws(StoreError) {
    try store.close()
    try StoreError.naming(old.path) {
      try server.write { db in
        let tables: [String] = try db.all(
          "SELECT tablename FROM pg_tables WHERE schemaname = ? AND tablename <> 'migration'",
          [.text(making)]
        ) { $0[0] }
        for table in tables {
          try db.run("TRUNCATE \(table); INSERT INTO \(table) SELECT * FROM \(making).\(table)")
        }
        try db.run("DROP SCHEMA \(making) CASCADE")
      }
    }
    try old.close()
  }

  func discard() {
    try? store.close()
    try? server.write { try $0.run("DROP SCHEMA IF EXISTS \(making) CASCADE") }
    try? old.close()
  }
}
