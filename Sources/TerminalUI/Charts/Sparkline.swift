/// A run of values drawn in one row, the newest at the right.
package struct Sparkline: Hashable, Sendable {
  /// The values, oldest first; nothing where one is missing.
  package var values: [Double?]
  package var role: Role

  package init(_ values: [Double?], role: Role = .chart) {
    self.values = values.map { $0?.isFinite == true ? $0 : nil }
    self.role = role
  }

  /// Draws the newest values that fit into the first row of an area.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    guard !area.isEmpty else { return }
    canvas.write(
      text(width: area.width, glyphs: canvas.glyphs), role, x: area.x, y: area.y,
      width: area.width)
  }

  /// The row of characters, exactly as wide as asked for.
  package func text(width: Int, glyphs: Glyphs) -> String {
    guard width > 0 else { return "" }
    let perCell = glyphs.tier == .braille ? 2 : 1
    let shown = Array(values.suffix(width * perCell))
    let cells: [Character]
    if perCell == 2 {
      cells = braille(shown, gap: glyphs.gap)
    } else {
      let levels = Sparkline.levels(shown, count: glyphs.levels.count)
      cells = levels.map { level in level.map { glyphs.levels[$0] } ?? glyphs.gap }
    }
    return String(repeating: " ", count: width - cells.count) + String(cells)
  }

  /// The picture of all periods, or of the newest ones, with the last values beside it.
  package func line(_ glyphs: Glyphs, most: Int = 12, beside: Int = 3, decimals: Int = 0) -> Line {
    let perCell = glyphs.tier == .braille ? 2 : 1
    let width = min(most, (values.count + perCell - 1) / perCell)
    let numbers = values.suffix(beside).map { value in
      value.map { ChartNumber.trimmed($0, decimals: decimals) } ?? String(glyphs.gap)
    }
    let text = numbers.isEmpty ? "" : " " + numbers.joined(separator: ", ")
    return Line(
      picture: [Span(self.text(width: width, glyphs: glyphs), role), Span(text)],
      saying: plain(decimals: decimals))
  }

  /// The values in words, oldest first.
  package func plain(decimals: Int) -> String {
    let known = values.map { value in
      value.map { ChartNumber.trimmed($0, decimals: decimals) } ?? "no value"
    }
    return known.isEmpty ? "no values" : known.joined(separator: ", ")
  }

  /// Each value's level on a scale that spans at least a quarter of the largest value.
  private static func levels(_ values: [Double?], count: Int) -> [Int?] {
    // Eighths, so that the widest span stays a number.
    let known = values.compactMap { $0.map { $0 / 8 } }
    guard let first = known.first, count > 0 else { return values.map { _ in nil } }
    let isEven = known.allSatisfy { $0 == first }
    let range = ChartRange(known).fair()
    return values.map { value in
      guard let value else { return nil }
      if isEven { return first == 0 ? 0 : count / 2 }
      let share = max(0, min(1, (value / 8 - range.low) / (range.high - range.low)))
      return Int((share * Double(count - 1)).rounded())
    }
  }

  private func braille(_ values: [Double?], gap: Character) -> [Character] {
    var levels = Sparkline.levels(values, count: 4)
    if levels.count % 2 == 1 {
      levels.insert(nil, at: 0)
    }
    return stride(from: 0, to: levels.count, by: 2).map { index in
      var dots: UInt8 = 0
      for column in 0...1 {
        guard let level = levels[index + column] else { continue }
        for row in (3 - level)...3 { dots |= 1 << UInt8(row * 2 + column) }
      }
      return dots == 0 ? gap : Glyphs.braille(dots)
    }
  }
}
