/// The characters of an output that could command a terminal, hide text or turn it round.
///
/// A line feed is meant to be there, and a carriage return before one.
func dangerousCharacters(in output: [UInt8]) -> [String] {
  let scalars = Array(String(decoding: output, as: UTF8.self).unicodeScalars)
  return scalars.indices.compactMap { index in
    let value = scalars[index].value
    let isLineEnd =
      value == 0x0a || value == 0x0d && index + 1 < scalars.count && scalars[index + 1] == "\n"
    let isDangerous =
      value < 0x20 || (0x7f..<0xa0).contains(value) || (0x200b...0x200f).contains(value)
      || (0x2028...0x202e).contains(value) || (0x2060...0x206f).contains(value)
      || value == 0xfeff
    return isDangerous && !isLineEnd ? "U+\(String(value, radix: 16, uppercase: true))" : nil
  }
}

/// The rows of a CSV text (RFC 4180), each as its cells.
func csvRows(_ text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
    case "\n" where !isQuoted:
      rows[rows.count - 1].append(cell)
      cell = ""
      rows.append([])
    case "\r" where !isQuoted: break
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return rows.filter { !$0.isEmpty }
}
