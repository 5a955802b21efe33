import TerminalUI

extension ScreenDrawing {
  /// The key that is named at a point of the last line, beside the tabs or at the end of the banner; nil
  /// where none is.
  ///
  /// What a key does stands behind it, up to the next one, and belongs to it.
  func key(at point: Point) -> Key? {
    guard isNamingKeys(at: point) else { return nil }
    let row = Array(canvas.row(point.y))
    let from = point.y == 1 ? tabs().last.map { $0.x + $0.width + 1 } ?? 0 : 0
    guard row.indices.contains(point.x), point.x >= from else { return nil }
    let start = row[from...point.x].indices.last { index in
      row[index].role == .key && (index == from || row[index - 1].role != .key)
    }
    guard let start else { return nil }
    let end = row[start...].firstIndex { $0.role != .key } ?? row.endIndex
    let first = row[start..<end].firstIndex { $0.scalar != Cell.space } ?? end
    // What is typed stands behind a sign that looks like a key.
    if first <= 1, isTyping { return nil }
    guard point.x >= first else { return nil }
    let words = words(of: row, in: first..<end)
    if point.x < end {
      return words.first { $0.range.contains(point.x) }.flatMap { Key(label: $0.text) }
    }
    let gap = (end..<max(end, row.count - 1)).first { index in
      row[index].scalar == Cell.space && row[index + 1].scalar == Cell.space
    }
    guard point.x < gap ?? row.count else { return nil }
    return words.lazy.compactMap { Key(label: $0.text) }.first
  }

  private func isNamingKeys(at point: Point) -> Bool {
    if point.y == size.height - 1 { return true }
    guard mode == .browsing else { return false }
    return point.y == 1 || point.y == 2 && browsing.hasBanner
  }

  private var isTyping: Bool {
    switch mode {
    case .filtering, .asking: true
    case .browsing, .choosing, .editing, .entering, .confirming, .resolving, .touring: false
    }
  }

  private func words(
    of row: [Cell], in range: Range<Int>
  ) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    for index in range where row[index].scalar != Cell.space {
      if let last = words.last, last.range.upperBound == index {
        words[words.count - 1] = (last.text + row[index].text, last.range.lowerBound..<index + 1)
      } else {
        words.append((row[index].text, index..<index + 1))
      }
    }
    return words
  }
}

extension Cell {
  fileprivate static let space: UInt32 = 0x20
}
