import ArticleReading
import Contracts
import Evaluation
import EventExtraction
import Foundation

/// What a record's header may say of its value; the first byte of an input chooses.
private let contentTypes = [
  "application/json", "text/plain", "text/html", nil, "text/plain; charset=windows-1256",
  "text/html; charset=utf-16", "text/plain; charset=iso-8859-6", "text/html; charset=utf-8",
]
private let reader = ArticleReader(limit: ArticleReader.defaultLimit)
private let extractor: Extractor = {
  do { return try Extractor() } catch { fatalError("\(error)") }
}()

/// What libFuzzer calls first. Loads the lexicons, which is not to count as the first input's time.
@_cdecl("LLVMFuzzerInitialize")
public func begin(_ count: UnsafePointer<Int32>?, _ arguments: UnsafeRawPointer?) -> Int32 {
  _ = extractor
  return 0
}

/// What libFuzzer calls with one input after the other. Reads it as a record's value, and all events in it: nothing may trap, and
/// what comes out must keep its contract.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  tryOne(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}

private func tryOne(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  guard
    let article = try? reader.read(
      Array(bytes.dropFirst()), contentType: contentTypes[Int(first) % contentTypes.count],
      key: "fuzz")
  else { return }
  let parsed = extractor.extract(article, id: "fuzz")
  let breaches = ContractBreach.all(in: parsed)
  precondition(breaches.isEmpty, "\(breaches)")
  guard let again = try? JSONDecoder().decode(ParsedArticle.self, from: Data(parsed.json())) else {
    preconditionFailure("the record's JSON cannot be read")
  }
  precondition(again == parsed, "the record's JSON says something else")
}
