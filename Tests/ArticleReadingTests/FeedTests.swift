import ArticleReading
import Contracts
import Foundation
import Testing

@Suite struct FeedTests {
  private func read(_ bytes: [UInt8]) throws -> [ArticleItem] {
    try withFolder { folder in
      let file = folder.appending(path: "feed.xml")
      try Data(bytes).write(to: file)
      return Array(ArticleInputs(paths: [file.path]))
    }
  }

  @Test func rss() throws {
    let items = try read(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="x"><channel><title>وكالة</title><link>http://a</link>
        <image><title>صورة</title></image>
        <item><title><![CDATA[عنوان & آخر]]></title><link>http://a/1</link>
        <pubDate>Sat, 30 Mar 2024 09:15:00 +0800</pubDate><description>موجز</description>
        <content:encoded><![CDATA[<p>فقرة</p><p>ثانية &amp; ثالثة</p>]]></content:encoded></item>
        <item><title>بلا نص</title><description>&lt;p&gt;موجز&lt;/p&gt;</description></item>
        <item></item></channel></rss>
        """.utf8))
    #expect(items.count == 3)
    let first = try #require(items[0].article)
    #expect(first.title == "عنوان & آخر")
    #expect(first.body == "فقرة\nثانية & ثالثة")
    #expect(first.source == "وكالة")
    #expect(first.url == "http://a/1")
    #expect(first.publishedAt == "2024-03-30T09:15:00+08:00")
    #expect(items[1].article?.body == "موجز")
    #expect(items[2].error?.code == .empty)
    #expect(items[1].origin.hasSuffix("feed.xml:2"))
  }

  @Test func atom() throws {
    let items = try read(
      Array(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title>
        <entry><title>أول</title><link rel="self" href="http://s"/><link href="http://a/1"/>
        <updated>2024-03-30T09:15:00Z</updated>
        <content type="xhtml"><div><p>فقرة</p><p>ثانية</p></div></content></entry>
        <entry><title>ثان</title><content type="html">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>
        """.utf8))
    #expect(items.map(\.article?.url) == ["http://a/1", nil])
    #expect(items[0].article?.body.split(whereSeparator: \.isWhitespace) == ["فقرة", "ثانية"])
    #expect(items[1].article?.body == "نص")
    #expect(items[0].article?.publishedAt == "2024-03-30T09:15:00Z")
  }

  @Test func declaredEncodingIsUsed() throws {
    let head = Array("<?xml version='1.0' encoding='windows-1256'?><rss><item><title>".utf8)
    let items = try read(head + Fixtures.persianWindows1256 + Array("</title></item></rss>".utf8))
    #expect(items.map(\.article?.title) == [EncodingTests.persian])
  }

  @Test func otherXMLIsRefused() throws {
    #expect(
      try read(Array("<svg><title>x</title></svg>".utf8)).map(\.error?.code) == [.unsupportedType])
  }
}
