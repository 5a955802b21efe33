package import Safeguarding

/// The indicators as a table for a paper: latest value, change, how it went, in Markdown.
package struct FigureSummary: Sendable {
  /// The table.
  package let listing: Listing

  /// Lists every indicator that has a value within bounds, as it is known on a day.
  package init(
    _ workspace: Workspace, within bounds: PeriodBounds = .all, on day: CalendarDate
  ) {
    var listing = Listing(columns: [
      .init("number", "No"), .init("indicator", "Indicator"), .init("latest", "Latest"),
      .init("unit", "Unit"), .init("period", "As at"), .init("change", "Change"),
      .init("trend", "How it went"),
    ])
    for indicator in workspace.indicators.all {
      let reading = workspace.reading(of: indicator, on: day) { bounds.contains($0.period) }
      guard let latest = reading.latest, let value = latest.value else { continue }
      let mark = indicator.illustrative || latest.illustrative ? " (illustrative)" : ""
      let change = reading.change.map { change in
        let decimals = max(value.decimals, reading.previous?.value?.decimals ?? 0)
        let number = formatted(change.difference, decimals: decimals, grouping: true)
        return change.difference > 0 ? "+\(number)" : number
      }
      listing.add([
        .known(indicator.number), .text(indicator.title + mark), .text(value.text),
        .known(indicator.unit), .known(latest.periodText), .known(change),
        .known(FigureSummary.spark(reading.values)),
      ])
    }
    self.listing = listing
  }

  /// The run of the values in eight heights, earliest first; a gap where one is no exact number, nothing
  /// for fewer than three.
  private static func spark(_ values: [Observation]) -> String {
    let numbers = values.suffix(12).map { value in
      value.value?.qualifier == .exact ? value.value?.number : nil
    }
    let known = numbers.compactMap(\.self)
    guard known.count > 2, let high = known.max(), let low = known.min() else { return "" }
    // A scale that spans at least a quarter of the largest value, so that a small change stays small.
    let span = max(high - low, abs(high) / 4)
    let levels = Array("▁▂▃▄▅▆▇█")
    return String(
      numbers.map { number -> Character in
        guard let number, span > 0 else { return number == nil ? "·" : levels[0] }
        let share = (number - (high - span)) / span
        return levels[max(0, min(7, Int((share * 7).rounded())))]
      })
  }
}
