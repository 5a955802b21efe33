/// One scale of days for all rows of a list, with the now line at one column.
package struct DateAxis: Hashable, Sendable {
  package let width: Int
  package let now: Int
  /// The column of the now line.
  package let nowColumn: Int
  /// Days that one cell stands for.
  package let daysPerCell: Double

  /// A scale over the days of a list, at most a quarter back and two months ahead.
  package init(days: [Int], now: Int, width: Int) {
    let first = max(min(days.min() ?? now, now - 7), now - 92)
    let last = min(max(days.max() ?? now, now + 7), now + 62)
    self.width = max(0, width)
    self.now = now
    daysPerCell = Double(last - first) / Double(max(1, self.width - 1))
    nowColumn = max(
      0, min(self.width - 1, Int((Double(now - first) / daysPerCell).rounded())))
  }

  /// The cell of a day, which may lie outside; a day before now always stands before the now line.
  package func column(_ day: Int) -> Int {
    let offset = (Double(day) - Double(now)) / max(0.001, daysPerCell)
    let cells = Int(max(-1e6, min(1e6, offset)).rounded(.toNearestOrEven))
    return nowColumn + (day < now ? min(-1, cells) : cells)
  }

  /// The months over their first days and "now" over the now line.
  ///
  /// - Parameter months: the first day of each month with its name.
  /// - Returns: a text as wide as the scale.
  package func head(_ months: [(day: Int, name: String)]) -> String {
    var cells = Array(repeating: Character(" "), count: width)
    func isFree(_ range: Range<Int>) -> Bool {
      let around = max(0, range.lowerBound - 1)..<min(width, range.upperBound + 1)
      return range.lowerBound >= 0 && range.upperBound <= width
        && cells[around].allSatisfy { $0 == " " }
    }
    func write(_ text: String, at column: Int) {
      for (offset, character) in text.enumerated() { cells[column + offset] = character }
    }
    let nowStart = max(0, min(width - 3, nowColumn - 1))
    if width >= 3 { write("now", at: nowStart) }
    for (index, month) in months.enumerated() {
      let end = index + 1 < months.count ? column(months[index + 1].day) : width
      let start = max(0, column(month.day))
      let length = month.name.count
      guard start + length <= min(end, width) else { continue }
      let places = start...(min(end, width) - length)
      if let place = places.first(where: { isFree($0..<($0 + length)) }) {
        write(month.name, at: place)
      }
    }
    return String(cells)
  }

  /// What is due on a day, with a line from there up to now if the day is past.
  ///
  /// Its lateness is said in words in another cell.
  package func row(due day: Int?, _ role: Role) -> DateAxisRow {
    DateAxisRow(axis: self, day: day, role: role)
  }
}

/// One row of a list on its scale of days.
package struct DateAxisRow: RowChart {
  let axis: DateAxis
  let day: Int?
  let role: Role

  package var plain: String { "" }

  package func spans(_ glyphs: Glyphs) -> [Span] {
    let (width, now) = (axis.width, axis.nowColumn)
    guard width > 0 else { return [] }
    var spans: [Span] = []
    func add(_ character: Character, _ role: Role, to end: Int, from start: Int) {
      if end <= start { return }
      let text = String(repeating: String(character), count: end - start)
      if let last = spans.indices.last, spans[last].role == role {
        spans[last].text += text
      } else {
        spans.append(Span(text, role))
      }
    }
    let column = day.map { max(-1, min(width, axis.column($0))) }
    let point = column.map { max(0, min(width - 1, $0)) }
    let mark = column.map {
      $0 < 0 ? glyphs.beforeEdge : $0 < width ? glyphs.point : glyphs.afterEdge
    }
    var next = 0
    if let point, let mark, point < now {
      add(" ", .chartAxis, to: point, from: next)
      add(mark, role, to: point + 1, from: point)
      add(glyphs.dash, role, to: now, from: point + 1)
      next = now
    }
    add(" ", .chartAxis, to: now, from: next)
    if point != now { add(glyphs.vertical, .accent, to: now + 1, from: now) }
    next = point == now ? now : now + 1
    if let point, let mark, point >= now {
      add(" ", .chartAxis, to: point, from: next)
      add(mark, role, to: point + 1, from: point)
      next = point + 1
    }
    add(" ", .chartAxis, to: width, from: next)
    return spans
  }
}
