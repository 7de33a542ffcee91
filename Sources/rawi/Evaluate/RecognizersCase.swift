internal import Foundation

/// One case of Recognizers-Text: a sentence and what is to be found in it.
struct RecognizersCase: Sendable {
  struct Wanted: Sendable {
    var text: String
    /// `date`, `datetimeV2.timerange`, `number` …
    var type: String
    var timex: [String] = []
    /// Each way in which it may be resolved: a value, or start and end.
    var values: [[String]] = []
  }

  var input: String
  var reference: String?
  /// Programming languages whose own implementation fails the case.
  var notSupported: String
  var wanted: [Wanted]

  static func read(_ file: URL) throws -> [RecognizersCase] {
    var data = try Data(contentsOf: file)
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    let cases = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    return cases.map { fields in
      RecognizersCase(
        input: shown(fields["Input"] as? String ?? ""),
        reference: (fields["Context"] as? [String: Any])?["ReferenceDateTime"] as? String,
        notSupported: fields["NotSupported"] as? String ?? "",
        wanted: (fields["Results"] as? [[String: Any]] ?? []).map(wanted))
    }
  }

  /// Without the controls of direction, which articles lose before they are read.
  private static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !(0x200E...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value)
      && !(0x2066...0x2069).contains(scalar.value)
    {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func wanted(_ result: [String: Any]) -> Wanted {
    var wanted = Wanted(
      text: result["Text"] as? String ?? "",
      type: result["TypeName"] as? String ?? result["Type"] as? String ?? "")
    if let value = result["Value"] as? [String: Any] {
      if let timex = value["Timex"] as? String { wanted.timex.append(timex) }
      for key in ["FutureResolution", "PastResolution"] {
        guard let resolution = value[key] as? [String: String], !resolution.isEmpty else {
          continue
        }
        wanted.values.append(ordered(resolution))
      }
    }
    let resolution = result["Resolution"] as? [String: Any]
    if let values = resolution?["values"] as? [[String: String]] {
      for value in values {
        if let timex = value["timex"] { wanted.timex.append(timex) }
        if let single = value["value"] {
          wanted.values.append([single])
        } else {
          wanted.values.append(ordered(value))
        }
      }
    } else if let value = resolution?["value"] as? String {
      wanted.values.append([value])
    }
    return wanted
  }

  private static func ordered(_ resolution: [String: String]) -> [String] {
    let start = resolution.first { $0.key.hasPrefix("start") }?.value
    let end = resolution.first { $0.key.hasPrefix("end") }?.value
    if start == nil && end == nil {
      return resolution.filter { !["timex", "type", "Mod"].contains($0.key) }.map(\.value)
    }
    return [start ?? "", end ?? ""]
  }
}
