/// Values compared by bars that all start at nought, each with its value at its end.
package struct HorizontalBars: Hashable, Sendable {
  /// Whose value a bar shows.
  package enum Kind: Hashable, Sendable {
    /// The value the chart is about.
    case own
    /// What it was before.
    case earlier
    /// A value to compare with.
    case reference
  }

  /// One bar.
  package struct Row: Hashable, Sendable {
    package var label: String
    /// What the value is for, such as its period; empty where the label says it.
    package var note: String
    /// The value; nothing if it is missing, and so are NaN and infinity.
    package var value: Double?
    package var qualifier: ChartQualifier
    package var kind: Kind
    /// What is to be said behind the value, such as how it changed.
    package var remark: String

    package init(
      _ label: String, _ value: Double?, note: String = "", _ kind: Kind = .own,
      qualifier: ChartQualifier = .exact, remark: String = ""
    ) {
      self.label = label
      self.note = note
      self.value = value?.isFinite == true ? value : nil
      self.qualifier = qualifier
      self.kind = kind
      self.remark = remark
    }
  }

  package var rows: [Row]
  /// What is counted, such as "%" or "days"; empty if the values need no unit.
  package var unit: String
  /// Decimals of the values: 0 to 4.
  package var decimals: Int

  package init(rows: [Row], unit: String = "", decimals: Int = 0) {
    self.rows = rows
    self.unit = unit
    self.decimals = decimals
  }

  /// The bars as text, a line a row.
  package var lines: [String] {
    rows.map { row in
      let note = row.note.isEmpty ? "" : " (\(row.note))"
      let remark = row.remark.isEmpty || row.value == nil ? "" : ", \(row.remark)"
      return "\(row.label)\(note): \(text(row, isMeasured: true))\(remark)"
    }
  }

  /// Rows that the bars with their notes, the axis and the unit take.
  package var height: Int { rows.count * (hasNotes ? 2 : 1) + 2 }

  /// Draws the bars from the top; where there is little room, notes move behind the values and the
  /// axis goes.
  package func draw(in canvas: inout Canvas, area: Rect) {
    let area = area.clipped(to: canvas.size)
    guard !area.isEmpty, !rows.isEmpty else { return }
    HorizontalBarsDrawing(bars: self, area: area, glyphs: canvas.glyphs).draw(in: &canvas)
  }

  var hasNotes: Bool { rows.contains { !$0.note.isEmpty } }

  /// A row's value as its source printed it, with a percent sign, and if asked for with its unit.
  func text(_ row: Row, isMeasured: Bool) -> String {
    guard let value = row.value else { return "no value" }
    let number = ChartNumber.trimmed(value, decimals: decimals)
    let isPercent = unit.hasPrefix("%")
    let sign = isPercent ? "%" : ""
    let rest = isPercent ? String(unit.dropFirst()) : unit.isEmpty ? "" : " " + unit
    return row.qualifier.words(number + sign + (isMeasured ? rest : ""))
  }
}
