internal import CUchardet

/// Which encoding bytes without a trustworthy declaration are in.
enum CharsetDetection {
  /// Encodings to try, the likeliest first. All bytes up to the reader's limit are looked at.
  static func candidates(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    if let order = utf16Order(bytes) { return [order] }
    if UTF8Bytes.isValid(bytes) { return ["utf-8"] }
    if UTF8Bytes.isDamaged(bytes) { return [] }
    var candidates = [arabicPage(bytes)].compactMap(\.self)
    if let guess = uchardet(bytes) { candidates.append(guess) }
    return candidates
  }

  /// UTF-16 without a mark: Arabic letters have 06 as their high byte, ASCII has 00.
  private static func utf16Order(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var high = (even: 0, odd: 0)
    for at in stride(from: 0, to: bytes.count, by: 2) {
      if bytes[at] == 0x06 || bytes[at] == 0x00 { high.even += 1 }
      if bytes[at + 1] == 0x06 || bytes[at + 1] == 0x00 { high.odd += 1 }
    }
    let most = bytes.count / 2 * 3 / 4
    if high.odd >= most && high.even < most { return "utf-16le" }
    if high.even >= most && high.odd < most { return "utf-16be" }
    return nil
  }

  /// Tells the two Arabic code pages apart by where their letters stand, which works on a line
  /// too short for uchardet's statistics; nil where the bytes look like neither.
  ///
  /// The commonest letters of any Arabic text are ا ل ي م و ن: C7 E1 ED E3 E6 E4 in
  /// Windows-1256, C7 E4 EA E5 E8 E6 in ISO 8859-6.
  private static func arabicPage(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let high = counts[0x80...].reduce(0, +)
    let windows = [0xC7, 0xE1, 0xED, 0xE3, 0xE6, 0xE4].reduce(0) { $0 + counts[$1] }
    let iso = [0xC7, 0xE4, 0xEA, 0xE5, 0xE8, 0xE6].reduce(0) { $0 + counts[$1] }
    guard max(windows, iso) * 5 >= high * 2, counts[0xC7] * 20 >= high else { return nil }
    return windows >= iso ? "windows-1256" : "iso-8859-6"
  }

  private static func uchardet(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = bytes.withMemoryRebound(to: CChar.self) {
      uchardet_handle_data(detector, $0.baseAddress, $0.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    let name = String(cString: uchardet_get_charset(detector)).lowercased()
    return name.isEmpty ? nil : name
  }
}
