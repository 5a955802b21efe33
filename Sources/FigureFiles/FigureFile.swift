/// What a file of figures holds.
package struct FigureFile: Sendable {
  /// The layout that its columns are of, in words.
  package let layout: String
  /// How many rows stand below the names of the columns.
  package let rowCount: Int
  /// The figures, in the order of the file.
  package let figures: [ReadFigure]
  /// The measures of the figures, in the order in which the file names them.
  package let measures: [Shared<ReadMeasure>]
  /// The statistical neighbours of each authority, where the file is a list of these.
  package let neighbours: [StatisticalNeighbours]
  /// The names of authorities by their codes of three digits, where the file is such a list.
  package let areaNames: [String: String]
  /// The definitions of measures, where the file is a dictionary.
  package let definitions: [MeasureDefinition]
  /// The outcomes of inspections, where the file is a list of these.
  package let outcomes: [InspectionOutcome]
  /// Each check that was made, with what it found.
  package let checks: [FigureCheckSummary]

  /// Whether no check fails.
  package var isSound: Bool { checks.allSatisfy { $0.outcome != .fails } }

  /// What the checks found, in the order of the file: at most a hundred for each check.
  package var faults: [FigureCheck] {
    checks.flatMap(\.faults).enumerated().sorted {
      ($0.element.row ?? 0, $0.element.column ?? 0, $0.offset)
        < ($1.element.row ?? 0, $1.element.column ?? 0, $1.offset)
    }.map(\.element)
  }
}
