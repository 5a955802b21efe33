package import Safeguarding

/// One indicator as a picture for a page or a paper (SVG), which says the same in words.
package struct FigureDrawing: Sendable {
  /// The picture, with the end of its last line.
  package let text: String

  private static let size = (width: 760.0, height: 380.0)
  private static let plot = (left: 70.0, top: 56.0, right: 560.0, bottom: 310.0)

  /// Draws the values of an indicator that are numbers, as they are known on a day.
  ///
  /// - Throws: ``ReportError`` for an unknown indicator, and where it has no number.
  package init(
    _ workspace: Workspace, of id: String, within bounds: PeriodBounds = .all,
    on day: CalendarDate
  ) throws(ReportError) {
    guard let indicator = try workspace.indicators.named(id, workspace.access) else {
      throw ReportError(
        sentence: "No indicator is named. Name one: masa indicators ID --form picture")
    }
    let reading = workspace.reading(of: indicator, on: day) { bounds.contains($0.period) }
    let points = reading.values.map { value in (value, value.value?.number) }
    let numbers = points.compactMap(\.1)
    let others = reading.compared.compactMap { one in
      one.comparator.value?.number.map { (one.comparator, $0) }
    }
    guard !numbers.isEmpty, let high = (numbers + others.map(\.1)).max() else {
      throw ReportError(
        sentence: "\(indicator.label) has no value that is a number, so there is nothing to draw. "
          + "masa indicators \(id) lists what it has.")
    }
    let low = min(0, numbers.min() ?? 0)
    let top = FigureDrawing.ceiling(high)
    let (plot, size) = (FigureDrawing.plot, FigureDrawing.size)
    func x(_ index: Int) -> Double {
      guard points.count > 1 else { return (plot.left + plot.right) / 2 }
      return plot.left + 20
        + (plot.right - plot.left - 40) * Double(index) / Double(points.count - 1)
    }
    func y(_ value: Double) -> Double {
      plot.bottom - (plot.bottom - plot.top) * (value - low) / max(top - low, 1e-9)
    }
    let words = FigureDrawing.words(reading, others.map(\.0))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(size.width)) \(Int(size.height))\" "
        + "role=\"img\" aria-labelledby=\"title desc\" lang=\"en-GB\" font-family=\"Arial, sans-serif\">",
      "<title id=\"title\">\(HTMLPage.escaped(indicator.title))</title>",
      "<desc id=\"desc\">\(HTMLPage.escaped(words))</desc>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      FigureDrawing.label(indicator.title, plot.left, 24, size: 16, isBold: true),
      FigureDrawing.label(indicator.unit, plot.left, 42, colour: "#444444"),
    ]
    for step in 0...4 {
      let value = low + (top - low) * Double(step) / 4
      lines.append(FigureDrawing.line(plot.left, y(value), plot.right, y(value), "#dddddd"))
      lines.append(
        FigureDrawing.label(
          formatted(value, decimals: top < 8 ? 1 : 0, grouping: true), plot.left - 8, y(value) + 4,
          anchor: "end", colour: "#444444"))
    }
    let every = max(1, (points.count + 5) / 6)
    for (index, point) in points.enumerated()
    where (points.count - 1 - index).isMultiple(of: every) {
      lines.append(
        FigureDrawing.label(
          point.0.periodText, x(index), plot.bottom + 20, anchor: "middle", colour: "#444444"))
    }
    for (comparator, value) in others {
      lines.append(
        FigureDrawing.line(plot.left, y(value), plot.right, y(value), "#b35900", dash: true))
      let period = comparator.period.map { ", \($0.brief)" } ?? ""
      lines.append(
        FigureDrawing.label(
          "\(comparator.name) \(comparator.value?.text ?? "")\(period)", plot.right + 8,
          y(value) + 4, colour: "#8a4500"))
    }
    var stretch: [String] = []
    func close() {
      if stretch.count > 1 {
        lines.append(
          "<polyline points=\"\(stretch.joined(separator: " "))\" fill=\"none\" stroke=\"#1d4f91\" "
            + "stroke-width=\"2.5\"/>")
      }
      stretch = []
    }
    for (index, point) in points.enumerated() {
      guard let number = point.1 else {
        close()
        continue
      }
      stretch.append("\(FigureDrawing.spelled(x(index))),\(FigureDrawing.spelled(y(number)))")
      let isHollow = point.0.provisional || point.0.value?.qualifier != .exact
      lines.append(
        "<circle cx=\"\(FigureDrawing.spelled(x(index)))\" cy=\"\(FigureDrawing.spelled(y(number)))\" "
          + "r=\"4\" fill=\"\(isHollow ? "#ffffff" : "#1d4f91")\" stroke=\"#1d4f91\" stroke-width=\"2\"/>"
      )
    }
    close()
    if let last = points.lastIndex(where: { $0.1 != nil }), let number = points[last].1 {
      lines.append(
        FigureDrawing.label(
          points[last].0.value?.text ?? "", x(last), y(number) - 10, anchor: "middle",
          colour: "#1d4f91", isBold: true))
    }
    let source = points.contains { $0.0.illustrative } ? "Illustrative, not published." : ""
    lines.append(FigureDrawing.label(source, plot.left, 350, colour: "#444444"))
    lines.append(
      FigureDrawing.label(
        workspace.handling, Double(size.width) / 2, 372, anchor: "middle",
        isBold: true))
    text = (lines.filter { !$0.isEmpty } + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// Every number of the picture, so that it can be heard: a sentence for each.
  private static func words(_ reading: IndicatorReading, _ others: [Comparator]) -> String {
    let unit = reading.indicator.unit
    let values = reading.values.map { "\($0.periodText): \($0.value?.text ?? "no value")" }
    let beside = others.map {
      "\($0.name), \($0.period?.brief ?? "period not printed"): \($0.value?.text ?? "")"
    }
    return ([unit.isEmpty ? "" : "In \(unit)"] + values + beside).filter { !$0.isEmpty }
      .joined(separator: ". ") + "."
  }

  /// A round number at or above a value.
  private static func ceiling(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return [1, 2, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= value } ?? 10 * power
  }

  private static func spelled(_ number: Double) -> String { formatted(number, decimals: 1) }

  private static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, dash: Bool = false
  ) -> String {
    "<line x1=\"\(spelled(x1))\" y1=\"\(spelled(y1))\" x2=\"\(spelled(x2))\" y2=\"\(spelled(y2))\" "
      + "stroke=\"\(colour)\" stroke-width=\"1.5\"\(dash ? " stroke-dasharray=\"6 4\"" : "")/>"
  }

  private static func label(
    _ text: String, _ x: Double, _ y: Double, size: Int = 13, anchor: String = "start",
    colour: String = "#111111", isBold: Bool = false
  ) -> String {
    if text.isEmpty { return "" }
    return "<text x=\"\(spelled(x))\" y=\"\(spelled(y))\" font-size=\"\(size)\" fill=\"\(colour)\" "
      + "text-anchor=\"\(anchor)\"\(isBold ? " font-weight=\"bold\"" : "")>\(HTMLPage.escaped(text))</text>"
  }
}
