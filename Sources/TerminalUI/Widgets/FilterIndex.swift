/// The texts of the rows of a table in small letters, made once: each letter of a filter only looks
/// through them.
package struct FilterIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where the text of each row ends.
  private var ends: [Int] = []
  private let headings: Set<Int>

  package init(_ rows: TableRows) {
    headings = Set(rows.headings)
    ends.reserveCapacity(rows.count)
    for position in 0..<rows.count {
      if !headings.contains(position) {
        for (index, cell) in rows[position].cells.enumerated() {
          if index > 0 { bytes.append(0x20) }
          for span in cell.spans { append(span.text) }
        }
      }
      ends.append(bytes.count)
    }
  }

  private mutating func append(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { bytes.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) }
    } else {
      bytes.append(contentsOf: text.lowercased().utf8)
    }
  }

  /// The rows whose text holds every word of a filter, by their positions in the given order; headings
  /// stay while a row below them does.
  package func rows(holding filter: String, in order: [Int]) -> [Int] {
    let words = filter.lowercased().split(separator: " ").map { Array($0.utf8) }
    var kept: [Int] = []
    var heading: Int?
    bytes.withUnsafeBufferPointer { bytes in
      for position in order {
        if headings.contains(position) {
          heading = position
          continue
        }
        let text = (position == 0 ? 0 : ends[position - 1])..<ends[position]
        guard words.allSatisfy({ FilterIndex.holds($0, bytes, text) }) else { continue }
        if let above = heading { kept.append(above) }
        heading = nil
        kept.append(position)
      }
    }
    return kept
  }

  /// Whether a word stands in a part of the bytes.
  private static func holds(
    _ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Bool {
    guard let first = word.first else { return true }
    var start = text.lowerBound
    while start + word.count <= text.upperBound {
      if bytes[start] == first, (1..<word.count).allSatisfy({ bytes[start + $0] == word[$0] }) {
        return true
      }
      start += 1
    }
    return false
  }
}
