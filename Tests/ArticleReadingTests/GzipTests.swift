import ArticleReading
import CZlib
import Contracts
import Foundation
import Testing

@Suite struct GzipTests {
  private static func gzip(_ text: String) -> Data {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count + 1024)
    let size = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return Data(output[..<size])
  }

  private static let lines = (1...2000).map { "{\"body\": \"خبر رقم \($0 &* 2_654_435_761)\"}\n" }

  private func read(_ data: Data, _ name: String = "a.jsonl.gz") throws -> [ArticleItem] {
    try withFolder { folder in
      let file = folder.appending(path: name)
      try data.write(to: file)
      return Array(ArticleInputs(paths: [file.path]))
    }
  }

  @Test func membersFollowOneAnother() throws {
    let data = Self.gzip(Self.lines[..<700].joined()) + Self.gzip(Self.lines[700...].joined())
    let read = try read(data + Data(count: 100))
    #expect(read.count == 2000)
    #expect(read.allSatisfy { $0.error == nil })
    #expect(read.last?.origin.hasSuffix("a.jsonl.gz:2000") == true)
  }

  @Test func compressionIsToldByTheBytesNotTheName() throws {
    #expect(try read(Self.gzip("عنوان\nنص"), "a.txt").map(\.article?.body) == ["نص"])
    #expect(try read(Data("عنوان\nنص".utf8), "a.txt.gz").map(\.article?.body) == ["نص"])
  }

  @Test func aCutFileGivesWhatIsThereAndSaysSo() throws {
    let whole = Self.gzip(Self.lines.joined())
    let read = try read(whole.prefix(whole.count / 2))
    #expect(read.count > 100)
    #expect(read.dropLast().allSatisfy { $0.error == nil })
    #expect(read.last?.error?.code == .damagedCompression)
    #expect(read.last?.error?.description.contains("ends early") == true)
  }

  @Test func damageIsNamed() throws {
    var data = Self.gzip(Self.lines.joined())
    data.replaceSubrange(200..<260, with: Data(repeating: 0xFF, count: 60))
    #expect(try read(data).last?.error?.code == .damagedCompression)
  }

  @Test func aBombIsRefusedAtTheLimit() throws {
    let zeros = String(repeating: "0", count: 8 << 20)
    #expect(try read(Self.gzip(zeros), "a.txt.gz").map(\.error?.code) == [.tooLarge])
    let lines = try read(Self.gzip(zeros), "a.jsonl.gz").map(\.error?.code)
    #expect(lines == [.tooLarge])
  }
}
