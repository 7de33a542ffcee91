import Foundation

/// Input that costs more than it should where anything is not linear, in any size.
struct Kind: Sendable {
  var name: String
  var contentType: String
  /// Bytes of about this number.
  var make: @Sendable (Int) -> [UInt8]

  /// The same words again and again, between a beginning and an end.
  init(
    _ name: String, _ words: String, as type: String = "text/plain; charset=utf-8",
    from start: String = "", to end: String = ""
  ) {
    self.name = name
    contentType = type
    make = { size in
      let unit = Array(words.utf8)
      var bytes = Array(start.utf8)
      bytes.reserveCapacity(size + unit.count)
      while bytes.count < size { bytes += unit }
      return bytes + Array(end.utf8)
    }
  }

  /// Words that depend on their number.
  init(
    _ name: String, as type: String = "text/plain; charset=utf-8", from start: String = "",
    to end: String = "", numbered words: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    contentType = type
    make = { size in
      var bytes = Array(start.utf8)
      var number = 0
      while bytes.count < size {
        bytes += Array(words(number).utf8)
        number += 1
      }
      return bytes + Array(end.utf8)
    }
  }

  /// A halfway Arabic name that no lexicon has, another for each number.
  private static func name(_ number: Int) -> String {
    let letters = Array("بتثجحخدذرزسشصضطظعغفقكلمنهي")
    var rest = number
    var name = ""
    repeat {
      name.append(letters[rest % letters.count])
      name += "ا"
      rest /= letters.count
    } while rest > 0
    return name + "ن"
  }

  static let all: [Kind] = [texts, marks, pages, objects].flatMap { $0 }

  private static let article =
    "عقد وزير الخارجية المصري سامح شكري يوم الاثنين اجتماعا في القاهرة مع نظيره الصيني وانغ يي، وقال إن بلاده «ترفض التصعيد». وقتل ثلاثة أشخاص في هجوم على مدينة حلب، وأدانت الأمم المتحدة الهجوم.\n"

  private static let texts: [Kind] = [
    Kind("an article again and again", article),
    Kind(
      "the same without sentences", article.filter { !".\n".contains($0) }),
    Kind("one endless word", "كتاب"),
    Kind("words without sentences", "كتاب "),
    Kind("words of no lexicon", numbered: { name($0) + " " }),
    Kind("names in a row", "محمد علي وأحمد حسن و"),
    Kind("names without conjunctions", "محمد علي أحمد حسن "),
    Kind("different names in a row", numbered: { "محمد \(name($0)) و" }),
    Kind(
      "sentences of different people", numbered: { "قتل محمد \(name($0)) أحمد \(name($0 / 7)). " }),
    Kind(
      "sentences of different titles", numbered: { "قال الوزير \(name($0)) إن الرئيس زار مصر. " }),
    Kind("sentences about the same man", "التقى محمد علي أحمد حسن. وقال علي إن حسن سافر. "),
    Kind("countries in a row", "مصر والصين وفرنسا و"),
    Kind("organizations in a row", "الأمم المتحدة وجامعة الدول العربية و"),
    Kind("repeated triggers", "قتل "),
    Kind("triggers in conjunction", "قتل واعتقل وهاجم و"),
    Kind("triggers told by nouns", "اجتماع هجوم قتل اتفاق "),
    Kind("nested clauses", "قال إن "),
    Kind("nested relative clauses", "الرجل الذي قتل "),
    Kind("nested noun phrases", "رئيس مجلس إدارة شركة "),
    Kind("titles in a row", "رئيس وزير مدير "),
    Kind("prepositions in a row", "في من على إلى "),
    Kind("nested quotes", "قال «"),
    Kind("quotation marks", "«"),
    Kind("closing quotation marks", "»"),
    Kind("straight quotation marks", "\""),
    Kind("quotes with speakers", "قال محمد علي: «نعم». "),
    Kind("quotes that do not end", "قال محمد: «نعم. "),
    Kind("brackets", "(قال "),
    Kind("numbers in words", "ثلاثة آلاف وخمسمئة وواحد وعشرون و"),
    Kind("digits", "9"),
    Kind("digits in groups", "999,"),
    Kind("quantities", "5 ملايين دولار و"),
    Kind("the dead and wounded", "قتل 5 أشخاص وأصيب 7 و"),
    Kind("dates", "30/3/"),
    Kind("days", "يوم الاثنين من "),
    Kind("ranges of time", "من الاثنين إلى الجمعة بين "),
    Kind("months", "مارس أبريل 2024 "),
    Kind("items", "أولا، "),
    Kind("sentences of one letter", "ب. "),
    Kind("full stops", "."),
    Kind("lines of one word", "كتاب\n"),
    Kind("line ends", "\n"),
    Kind("conjunctions", "و"),
    Kind("conjunctions in a row", "و "),
    Kind("clitics", "وبالوبال"),
    Kind("lorem ipsum", "lorem ipsum dolor "),
  ]

  private static let marks: [Kind] = [
    Kind("marks on one letter", "\u{64B}\u{651}", from: "ك"),
    Kind("marks on each letter", "ك\u{64B}\u{651}\u{64B}\u{651}"),
    Kind("combining marks of Latin", "\u{301}", from: "e"),
    Kind("lengthened letters", "ـ", from: "ك"),
    Kind("joiners", "👩\u{200D}"),
    Kind("zero width", "\u{200B}"),
    Kind("directions", "\u{202E}قال\u{202C} "),
    Kind("presentation forms", "ﷺ"),
    Kind("regional indicators", "🇦"),
    Kind("Hangul", "ᄀ"),
    Kind("white space", "\u{A0}"),
    Kind("invalid UTF-8", "\u{FFFD}", as: "text/plain"),
  ]

  private static let html = "text/html; charset=utf-8"

  private static let pages: [Kind] = [
    Kind("HTML that is not closed", "<div>كتاب", as: html),
    Kind("HTML: beginnings of tags", "<", as: html),
    Kind("HTML: ends without beginning", "</p>", as: html),
    Kind("HTML: tags that do not end", "<p ", as: html),
    Kind("HTML: attributes", "a=b ", as: html, from: "<p "),
    Kind("HTML: quotes that do not end", "<a href=\"x>", as: html),
    Kind("HTML: comments that do not end", "<!--", as: html),
    Kind("HTML: scripts that do not end", "<script>", as: html),
    Kind("HTML: titles that do not end", "<title>x", as: html),
    Kind("HTML: ampersands", "&", as: html),
    Kind("HTML: references", "&amp;&#x627;&nosuch", as: html),
    Kind("HTML: headings", "<h1>كتاب</h1>", as: html),
    Kind("HTML: declarations", "<meta charset=x><![CDATA[", as: html),
    Kind("HTML: headings in the article", "<article><h1>كتاب<p>قال. ", as: html),
    Kind("HTML of no charset", "<meta charset", as: "text/html"),
  ]

  private static let json = "application/json"

  private static let objects: [Kind] = [
    Kind("JSON: deep arrays", "[", as: json, from: "{\"x\":"),
    Kind("JSON: flat arrays", "1,", as: json, from: "{\"body\":\"نص\",\"x\":[", to: "1]}"),
    Kind("JSON: deep objects", "{\"a\":", as: json, from: "{\"x\":"),
    Kind(
      "JSON: fields", as: json, from: "{\"body\":\"نص\"", to: "}", numbered: { ",\"f\($0)\":1" }),
    Kind("JSON: escapes", "\\u0643\\n", as: json, from: "{\"body\":\"", to: "\"}"),
    Kind("JSON: a string that does not end", "كتاب ", as: json, from: "{\"body\":\""),
    Kind("JSON: white space", " ", as: json, from: "{", to: "\"body\":\"نص\"}"),
    Kind("JSON: digits", "9", as: json, from: "{\"body\":\"نص\",\"x\":", to: "}"),
  ]
}
