extension LineChart {
  /// The labels at the lines' right end: the series first, since theirs stay beside their points.
  func endLabels(_ runs: [[ChartPoint?]], on axis: ValueAxis, glyphs: Glyphs) -> [EndLabel] {
    func row(_ value: Double) -> Int { axis.rows - 1 - Int(axis.height(of: value).rounded()) }
    var result: [EndLabel] = []
    for (number, run) in runs.enumerated() {
      guard let index = run.lastIndex(where: { $0 != nil }), let point = run[index],
        let value = point.value
      else { continue }
      let text = self.number(value)
      let name = series[number].name
      let late = index < run.count - 1 ? ", \(point.label)" : ""
      let short = point.qualifier.short(text)
      let long =
        point.qualifier == .provisional
        ? "\(LineChart.joined(text, name)), provisional"
        : LineChart.joined(point.qualifier.words(text), name)
      result.append(
        EndLabel(
          forms: [long + late, LineChart.joined(short, name) + late]
            + LineChart.shortened(name, short),
          mark: String(glyphs.seriesMarks[number]), isAtPoint: index == run.count - 1,
          role: .chart, row: row(value)))
    }
    let own = runs.first?.last { $0 != nil } ?? nil
    let first = result.first?.row ?? 0
    var others: [(value: Double, label: EndLabel)] = []
    for (number, reference) in references.enumerated() {
      guard let value = ChartNumber.plotted(reference.value) else { continue }
      let text = self.number(value)
      let start = LineChart.joined(text, reference.name)
      let dated = reference.note.isEmpty ? start : "\(start), \(reference.note)"
      let isAbove = own?.value.map { value > $0 } ?? false
      let label = EndLabel(
        forms: (reference.age.isEmpty ? [] : ["\(dated), \(reference.age)"])
          + [dated] + LineChart.shortened(reference.name, text),
        mark: String(glyphs.referenceMarks[number % glyphs.referenceMarks.count]),
        role: .chartReference, row: row(value),
        goesUp: row(value) < first || row(value) == first && isAbove)
      others.append((value, label))
    }
    others += expectedLabels(on: axis, glyphs: glyphs, above: first)
    // Those that move up are placed from below, the others from above: none passes another.
    result += others.filter { $0.label.goesUp }.sorted { $0.value < $1.value }.map(\.label)
    result += others.filter { !$0.label.goesUp }.sorted { $0.value > $1.value }.map(\.label)
    return result
  }

  private static func joined(_ number: String, _ name: String) -> String {
    name.isEmpty ? number : "\(number) \(name)"
  }

  /// Ever shorter ways to name a value, down to the value alone.
  private static func shortened(_ name: String, _ number: String) -> [String] {
    let shorter = stride(from: name.count - 1, to: 2, by: -1).map { length in
      let start = String(name.prefix(length))
      return "\(number) \(start.hasSuffix(" ") ? String(start.dropLast()) : start)."
    }
    return [joined(number, name)] + shorter + [number]
  }
}
