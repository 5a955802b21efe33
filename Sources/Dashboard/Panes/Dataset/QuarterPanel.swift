import Safeguarding
import TerminalUI

extension DatasetPane {
  /// The quarters of the latest year beside each other, and how the last eight of them stand; nil where
  /// nothing is measured by quarters.
  static func quarters(_ indicators: [Indicator], _ context: PaneContext) -> Panel? {
    guard let grid = QuarterGrid(context.workspace, of: indicators, on: context.day) else {
      return nil
    }
    let count = grid.quarters.count
    let columns =
      [Column("No", .whole, alignment: .trailing, rank: 6), Column("Measure", .main())]
      + grid.quarters.enumerated().map { index, quarter in
        Column(
          head(of: quarter), .text(least: 6, most: 10), alignment: .trailing,
          rank: min(5, count - index))
      } + [
        Column("Year", .text(least: 6, most: 10), alignment: .trailing, rank: 1),
        Column("Last 8", .whole),
      ]
    let used = Set(grid.rows.flatMap(\.marks)).subtracting([.nothing])
    let differing = grid.rows.compactMap(\.difference)
    let legend =
      FigureMark.allCases.filter(used.contains).map { "\($0.sign) \($0.title)" }
      + (differing.isEmpty ? [] : ["? not what the quarters make"])
    return Panel(
      .quarters, title: "By quarters: \(grid.name)",
      notes: legend.isEmpty ? [] : [.secondary(legend.joined(separator: "  "))], columns: columns,
      rows: grid.rows.map { row(of: $0, grid, context) }, emptyText: ""
    ).readable(context, under: "dataset/values/").asExtra
  }

  /// A quarter by its months, as the year stands in the title.
  private static func head(of quarter: ClosedRange<CalendarDate>) -> String {
    func month(_ day: CalendarDate) -> String { CalendarDate.monthNames[day.components.month - 1] }
    return "\(month(quarter.lowerBound))-\(month(quarter.upperBound))"
  }

  private static func row(
    of row: QuarterGrid.Row, _ grid: QuarterGrid, _ context: PaneContext
  ) -> PanelRow {
    let indicator = row.indicator
    let cells = row.quarters.map { value -> Line in
      guard let value, let measure = value.value else { return .empty }
      let text = Line.text(measure.text, illustrative: value.illustrative)
      return value.provisional ? text + .secondary("p") : text
    }
    let year = row.year.map { year in
      if row.isWorkedOut { return Line.secondary(year.text) }
      return row.difference == nil ? Line(year.text) : Line("? ", .dueSoon) + Line(year.text)
    }
    let strip = Strip(
      zip(row.marks, grid.latest).map { mark, quarter in
        Strip.Item(
          mark == .nothing ? .nothing : .letter(mark.sign, mark.role),
          "\(head(of: quarter)) \(quarter.upperBound.components.year)",
          mark == .nothing ? "" : mark.title)
      })
    return PanelRow(
      .record(indicator.link), id: "quarters-\(indicator.id)",
      [
        .secondary(indicator.number),
        .text(indicator.label.asTitle, illustrative: indicator.illustrative),
      ] + cells + [year ?? .empty, strip.line(context.glyphs)])
  }
}

extension FigureMark {
  /// How the sign is meant.
  var role: Role {
    switch self {
    case .nothing, .hidden, .words, .same, .up, .down: .secondary
    case .misses: .overdue
    case .near, .concern, .worse: .dueSoon
    case .meets, .improvement, .better: .good
    case .unusual: .accent
    }
  }
}
