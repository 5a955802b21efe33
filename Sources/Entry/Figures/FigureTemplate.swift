package import FigureFiles
import Letters
package import Safeguarding

/// An empty return for an agency: a row for each indicator that it supplies.
package struct FigureTemplate: Sendable {
  /// The names of the columns, which a reader of figures knows.
  package static let heading = [
    "Agency", "Indicator ID", "Indicator", "Unit", "Period", "Value", "Numerator", "Denominator",
    "Analysis",
  ]
  /// The rows, each with a cell for each column.
  package let rows: [[String]]

  /// Lays out what an agency is to send of a period: to partnerships that there are in it.
  package init(_ workspace: Workspace, agency: Agency, period: ReadPeriod) {
    let label = period.label.isEmpty ? period.printed : period.label
    let supplied = workspace.indicators.all.filter { indicator in
      let partnership = workspace.partnerships[indicator.partnership]
      let isOver = period.last.map { partnership?.isLive(on: $0) == false } ?? false
      return !isOver && indicator.suppliers.contains { $0.id == agency.id }
    }
    rows = supplied.map { indicator in
      [agency.id, indicator.id, indicator.title, indicator.unit, label, "", "", "", ""]
    }
  }
}
