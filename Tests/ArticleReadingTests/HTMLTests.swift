import ArticleReading
import Contracts
import Foundation
import Testing

@Suite struct HTMLPageTests {
  static let page = """
    <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
    <title>عنوان الخبر &#124; الموقع</title>
    <meta property="og:title" content="عنوان &laquo;الخبر&raquo;">
    <meta property="og:site_name" content="الموقع">
    <meta property="article:published_time" content="2024-03-30T09:15:00+0800">
    <link rel="canonical" href="https://example.org/a?x=1&amp;y=2">
    <script>var a = "<p>ليس نصا</p>"; if (a < b) {}</script>
    <style>p { color: red }</style></head>
    <body><header><p>شعار الموقع</p></header>
    <nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>
    <article><h1>عنوان «الخبر»</h1><time datetime="2024-03-29">أمس</time>
    <figure><img src=x alt="صورة"><figcaption>وانغ يي (شينخوا)</figcaption></figure>
    <p>شيآن 30 مارس&nbsp;2024 (شينخوا) قال <b>وانغ</b>
       إن الصين <a href="/c">ترحب</a> بالاتفاق &amp; تؤيده.</p>
    <p>فقرة ثانية<br>سطر جديد فيها</p>
    <aside><p>اقرأ أيضا</p></aside><p><a href="/more">خبر آخر تماما في رابط</a></p>
    </article><footer><p>حقوق النشر</p></footer></body></html>
    """

  @Test func articleIsFoundOnThePage() throws {
    let article = try html(Self.page)
    #expect(article.title == "عنوان «الخبر»")
    #expect(
      article.body == """
        أمس
        وانغ يي (شينخوا)
        شيآن 30 مارس 2024 (شينخوا) قال وانغ إن الصين ترحب بالاتفاق & تؤيده.
        فقرة ثانية
        سطر جديد فيها
        """)
    #expect(article.source == "الموقع")
    #expect(article.url == "https://example.org/a?x=1&y=2")
    #expect(article.publishedAt == "2024-03-30T09:15:00+08:00")
    #expect(article.language == "ar")
  }

  @Test func encodingIsTakenFromThePage() throws {
    let head = Array(
      #"<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">"#.utf8)
    let page = head + Array("<p>".utf8) + Fixtures.persianWindows1256
    #expect(try reader.read(page, contentType: "text/html").body == EncodingTests.persian)
  }

  @Test func brokenMarkupIsReadAllTheSame() throws {
    let article = try html(
      """
      <title>عنوان<p>فقرة أولى <b>غامقة<p>ثانية</b> & ثالثة < رابعة</div></nav>
      <p class="a" b='c> d' e=">">خامسة <!-- تعليق --> سادسة<p>سابعة<!-- لا ينتهي
      """)
    #expect(article.body.contains("فقرة أولى غامقة\nثانية & ثالثة < رابعة"))
    #expect(article.body.contains("خامسة سادسة\nسابعة"))
    #expect(!article.body.contains("تعليق"))
  }

  @Test func largestArticleIsChosen() throws {
    let teaser = "<article><h2><a href=x>رابط</a></h2><p>موجز قصير</p></article>"
    let story = String(repeating: "نص الخبر الطويل. ", count: 20)
    let article = try html(
      "<h1>عنوان الخبر هنا</h1>\(teaser)<article><p>\(story)</p></article>\(teaser)")
    #expect(article.body == story.trimmingCharacters(in: .whitespaces))
    #expect(article.title == "عنوان الخبر هنا")
  }

  @Test func markedBodyGoesBeforeItsSurroundings() throws {
    let story = String(repeating: "نص الخبر الطويل. ", count: 20)
    let article = try html(
      """
      <title>عنوان - الموقع</title><article><p>كاتب</p>
      <div class="article-body"><div><p>\(story)</p></div><p>خاتمة</p></div><p>تعليقات</p></article>
      """)
    #expect(article.body.hasSuffix("خاتمة"))
    #expect(!article.body.contains("كاتب"))
    #expect(!article.body.contains("تعليقات"))
  }

  @Test func pagesWithoutParagraphsAreReadFromTheirBlocks() throws {
    let article = try html(
      "<div>سطر أول<br/>سطر ثان</div><script>x</script><table><td>خلية</table>")
    #expect(article.body == "سطر أول\nسطر ثان\nخلية")
  }

  @Test func referencesAreDecoded() throws {
    let article = try html(
      "<p>&#1575;&#x644;&#1589;&lrm;ين &quot;&hellip;&#147; &bogus; &amp;lt; &copy2 &</p>")
    #expect(article.body == "الصين \"…“ &bogus; &lt; &copy2 &")
  }

  @Test(arguments: [
    "<b>", "<div>", "<p>", "<a b", "<!--", "<title>", "</i>", "<nav>", "&", "<", "<x y=\"",
  ])
  func repetitionIsHarmless(piece: String) throws {
    let count = (1 << 19) / piece.utf8.count
    let bytes = Array((String(repeating: piece, count: count) + "<p>نص").utf8)
    // What comes out is of no interest, only that it does: quadratic work would take hours.
    _ = try? reader.read(bytes, contentType: "text/html")
  }

  @Test func manyAttributesAreHarmless() throws {
    let attributes = (0..<50_000).map { " a\($0)=\($0)" }.joined()
    let article = try html("<p\(attributes)>نص</p><meta\(attributes)><html\(attributes)>")
    #expect(article.body == "نص")
  }
}
