internal import ArabicText

extension Analysis {
  /// Whether a body's noun means something else by the word behind it: «حركة المرور», «الخلايا
  /// الجذعية», «بفرق شاسع», «مركز الشمس».
  func isNoBody(_ at: Int, before end: Int) -> Bool {
    guard at + 1 < end, let next = Self.nobodies[stemOfBody(at)] else { return false }
    var letters = text.letters(at + 1)
    if letters.count > 3, letters.starts(with: [Letter.alef, Letter.lam]) {
      letters.removeFirst(2)
    }
    return next.contains(WordKey(letters))
  }

  private func stemOfBody(_ at: Int) -> WordKey {
    var letters = text.letters(at)
    let cut = words[at].readings.first { readings[$0].category == .organizationNoun }
    guard let clitics = cut.map({ readings[$0].clitics }) else { return WordKey(letters) }
    if !clitics.isDisjoint(with: .conjunction) { letters.removeFirst() }
    if !clitics.isDisjoint(with: .preposition) { letters.removeFirst() }
    if clitics.contains(.article) {
      letters.removeFirst(clitics.contains(.li) ? 1 : 2)
    }
    return WordKey(letters)
  }

  private static let nobodies = WordMap(
    words.map { nouns, following in (WordSet(of: following), nouns) })

  private static let words: [(String, String)] = [
    (
      "حركة",
      "مرور سير طيران طائرات قطارات نقل ملاحة تجارة سفن سفر مسافرين بضائع سلع أموال أرض"
        + " شمس قمر كواكب جسم هواء مياه رياح سكان تعيينات تنقلات بيع شراء تداول تداولات"
        + " صادرات واردات أسعار سوق أسواق دم أمعاء عين يد لسان بناء عمران ترجمة نشر تأليف"
        + " إحياء مراقب شاحنات سيارات حافلات مترو ميناء مطار معبر دؤوبة دائبة بطيئة سريعة"
        + " كثيفة عادية طبيعية جوية بحرية"
    ),
    (
      "خلية خلايا",
      "جذعية شمسية سرطانية دموية عصبية بشرية حية دم دماغ جلد جسم نحل مناعية كهروضوئية"
        + " ضوئية وقود أزمة"
    ),
    (
      "فرق",
      "شاسع كبير واضح ضئيل بسيط مريح نقطة نقطتين نقاط هدف هدفين أهداف أصوات صوت توقيت"
        + " أسعار سعر"
    ),
    ("مركز المركز", "شمس قمر زلزال هزة أول ثاني ثالث رابع خامس"),
    ("كتلة", "حرجة أجور نقدية هوائية عضلية جسم نار خرسانية"),
    ("قوة", "شرائية دفع عمل إرادة قانون سلاح ريح رياح زلزال"),
    ("تيار", "كهربائي كهرباء هواء ماء مائي بحري هوائي متردد"),
    ("جماعة جماعات", "ضغط"),
    ("نظام", "غذائي شمسي تشغيل عد سير داخلي أساسي اقتراع انتخابي"),
  ]
}
