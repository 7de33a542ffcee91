/// Comma-separated values: a field in quotation marks may hold commas, line ends and, doubled,
/// quotation marks.
struct CSVRows {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if at + 1 < scalars.count, scalars[at + 1] == "\"" {
          field.append(scalar)
          at += 1
        } else {
          isQuoted = false
        }
      } else {
        switch scalar {
        case "\"": isQuoted = true
        case ",":
          row.append(String(field))
          field = .init()
        case "\n":
          rows.append(row + [String(field)])
          (row, field) = ([], .init())
        case "\r": break
        default: field.append(scalar)
        }
      }
      at += 1
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [String(field)]) }
  }
}
