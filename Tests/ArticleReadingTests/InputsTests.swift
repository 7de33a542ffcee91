import ArticleReading
import Contracts
import Foundation
import Testing

@Suite struct ArticleInputsTests {
  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func items(_ paths: String..., limit: Int = ArticleReader.defaultLimit) -> [ArticleItem] {
    Array(ArticleInputs(paths: paths, reader: ArticleReader(limit: limit, source: "مصدر")))
  }

  @Test func sampleOfTheANTCorpusIsReadWhole() throws {
    let sample = root.appending(path: "Tests/ArticleReadingTests/Fixtures/ant-sample.jsonl")
    let read = items(sample.path)
    #expect(read.count == 12)
    #expect(read.compactMap(\.article).count == 12)
    #expect(read[0].article?.id == "JA-culture-1-20170120")
    #expect(read[0].article?.source == "Jawhara FM")
    #expect(read[11].origin == sample.path + ":12")
    for article in read.compactMap(\.article) {
      #expect(try reader.read(article.json()) == article)
    }
  }

  @Test func foldersAreReadInOrderWithoutWhatIsNoArticle() throws {
    try withFolder { folder in
      _ = try write("ب\nنص", "b.txt", in: folder)
      _ = try write("أ\nنص", "a/z.txt", in: folder)
      _ = try write("<title>ج</title>نص", "c.HTML", in: folder)
      _ = try write("# لا", "README.md", in: folder)
      _ = try write("لا", ".hidden.txt", in: folder)
      _ = try write("لا", ".git/x.txt", in: folder)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "a/loop"), withDestinationURL: folder)
      let read = items(folder.path)
      #expect(read.map(\.article?.title) == ["أ", "ب", "ج"])
      #expect(
        read.map { $0.origin.dropFirst(folder.path.count) } == ["/a/z.txt", "/b.txt", "/c.HTML"])
      #expect(read[0].article?.source == "مصدر")
    }
  }

  @Test func seedsFolderGivesTheTwoArticles() {
    let read = items(root.appending(path: "seeds").path)
    #expect(read.compactMap(\.article).count == 2)
    #expect(read.count == 2)
  }

  @Test func oneBadLineStopsNothing() throws {
    try withFolder { folder in
      let path = try write(
        "{\"body\":\"أ\"}\n{\"body\n\n{\"body\":7}\r\n{\"body\":\"\(String(repeating: "x", count: 600_000))\"}\n{\"body\":\"ب\"}",
        "news.jsonl", in: folder)
      let read = items(path, limit: 1000)
      #expect(read.map(\.article?.body) == ["أ", nil, nil, nil, "ب"])
      #expect(read.map { $0.origin.split(separator: ":").last } == ["1", "2", "4", "5", "6"])
      #expect(read.map(\.error?.code) == [nil, .malformedJSON, .invalidField, .tooLarge, nil])
    }
  }

  @Test(arguments: [
    #"{"body": "أ"}"#, "{\n \"body\": \"أ\"\n}\n", #"[{"body": "أ"}]"#,
    "\u{FEFF}{\"body\": \"أ\"}\n",
  ])
  func jsonFilesOfEveryLayout(text: String) throws {
    try withFolder { folder in
      let read = items(try write(text, "a.json", in: folder))
      #expect(read.map(\.article?.body) == ["أ"])
    }
  }

  @Test func arraysAreCutIntoTheirObjects() throws {
    try withFolder { folder in
      let path = try write(
        "[\n{\"body\": \"} [\\\" {\"},\n {\"body\": \"ب\", \"x\": {\"y\": [{}]}}, 17,\n {\"body\": \"ج\n\"},\n{\"body\":\"د\"}\n]",
        "a.json", in: folder)
      let read = items(path)
      #expect(read.compactMap(\.article?.body) == ["} [\" {", "ب", "د"])
      #expect(read.compactMap(\.error?.code).allSatisfy { $0 == .malformedJSON })
      #expect(read.first?.origin == path + ":2")
      #expect(read.last?.origin == path + ":6")
    }
  }

  @Test func anObjectThatDoesNotEndIsNamed() throws {
    try withFolder { folder in
      let read = items(try write("[{\"body\": \"أ\"},\n{\"body\": ", "a.json", in: folder))
      #expect(read.map(\.article?.body) == ["أ", nil])
      #expect(read.last?.error?.description.contains("does not end") == true)
    }
  }

  @Test func filesWithoutATellingNameAreToldByTheirBytes() throws {
    try withFolder { folder in
      let paths = [
        try write("{\"body\": \"أ\"}\n{\"body\": \"ب\"}\n", "one", in: folder),
        try write("عنوان\nج", "two", in: folder),
        try write("<html><p>د</p>", "three", in: folder),
        try write("[رأي] عنوان\nه", "four.log", in: folder),
      ]
      let read = Array(ArticleInputs(paths: paths))
      #expect(read.map(\.article?.body) == ["أ", "ب", "ج", "د", "ه"])
    }
  }

  @Test func whatCannotBeReadIsNamedAndTheRestRead() throws {
    try withFolder { folder in
      let good = try write("عنوان\nنص", "good.txt", in: folder)
      let empty = try write("", "empty.txt", in: folder)
      let read = items(folder.path + "/missing.txt", empty, good)
      #expect(read.map(\.error?.code) == [.unreadable, .empty, nil])
      #expect(read[0].error?.description.contains("No such file") == true)
    }
  }

  @Test func progressReachesItsEnd() throws {
    try withFolder { folder in
      _ = try write("أ\nنص", "a.txt", in: folder)
      _ = try write("ب\nنص", "b.txt", in: folder)
      let inputs = ArticleInputs(paths: [folder.path])
      #expect(inputs.progress.files == 2)
      #expect(inputs.progress.filesDone == 0)
      while inputs.next() != nil {}
      #expect(inputs.progress.filesDone == 2)
      #expect(inputs.progress.bytesRead == inputs.progress.bytesTotal)
      #expect(inputs.progress.bytesTotal > 0)
    }
  }
}
