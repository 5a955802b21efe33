import Letters

/// The texts of the rows of a table as they are compared, made once: each letter of a filter only looks
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
          for span in cell.spans { Folding.append(span.text, to: &bytes) }
        }
      }
      ends.append(bytes.count)
    }
  }

  /// The rows whose text holds every word of a filter, by their positions in the given order; headings
  /// stay while a row below them does.
  package func rows(holding filter: String, in order: [Int]) -> [Int] {
    let words = Folding.words(of: filter)
    var kept: [Int] = []
    var heading: Int?
    bytes.withUnsafeBufferPointer { bytes in
      for position in order {
        if headings.contains(position) {
          heading = position
          continue
        }
        let text = (position == 0 ? 0 : ends[position - 1])..<ends[position]
        guard words.allSatisfy({ Folding.place(of: $0, in: bytes, text) != nil }) else { continue }
        if let above = heading { kept.append(above) }
        heading = nil
        kept.append(position)
      }
    }
    return kept
  }
}
