import Letters
package import Safeguarding

/// How an inspection of a local authority came out.
package struct InspectionOutcome: Hashable, Sendable {
  /// One judgement of it.
  package struct Judgement: Hashable, Sendable {
    /// What is judged.
    package let name: String
    /// The judgement, as it is printed.
    package let grade: String
  }

  /// The code of the local authority.
  package let areaCode: String
  /// The name of the local authority.
  package let areaName: String
  /// The region.
  package let region: String
  /// The kind of inspection; empty where the list is of one kind.
  package let kind: String
  /// What the visit was about; empty for inspections.
  package let theme: String
  /// The day of the inspection, or its first day.
  package let inspected: CalendarDate?
  /// The day on which the report was published.
  package let published: CalendarDate?
  /// The judgements, in the order of the file.
  package let judgements: [Judgement]
  /// Where the report is.
  package let link: String
  /// The row of the file, counted from 1.
  package let row: Int
}

/// Outcomes of Ofsted's inspections of local authorities, with rows of prose above the names of the columns.
struct InspectionLayout: FigureLayout {
  static let title = "outcomes of Ofsted's inspections"
  static let signs = [
    ColumnSign("Local authority name", or: "local_authority", "Local authority"),
    ColumnSign("Inspection date", or: "inspection_start_date", "Inspection start date"),
    ColumnSign("Publication date", or: "Date published"),
  ]

  private let heading: Heading
  private let judgements: [Int]
  let measureColumns: Set<Int> = []

  static func fits(_ heading: Heading) -> Bool {
    !judgements(of: heading).isEmpty || heading.column("visittheme") != nil
  }

  init(_ heading: Heading, _ collector: inout FigureCollector) {
    self.heading = heading
    judgements = InspectionLayout.judgements(of: heading)
    collector.checks.make(.dated)
  }

  private static func judgements(of heading: Heading) -> [Int] {
    heading.keys.indices.filter { column in
      let key = heading.keys[column]
      return [
        "overalleffectiveness", "impactofleaders", "helpandprotection", "incare", "careleavers",
      ]
      .contains { key.contains($0) }
    }
  }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    func text(_ keys: String...) -> String {
      heading.column(keys).map { row.text($0).cleanedLine } ?? ""
    }
    let name = text("localauthorityname", "localauthority").cleanedLine
    guard !name.isEmpty else { return false }
    let code = text("localauthorityareacode", "localauthoritycode", "ltla23cd", "lacode")
    guard collector.wish.includes(name, code) else { return true }
    let inspected = day(row, ["inspectiondate", "inspectionstartdate"], &collector)
    let published = day(row, ["publicationdate", "datepublished"], &collector)
    if let inspected, let published, published < inspected {
      collector.checks.note(
        .dated, .warns, row: row.number,
        "Row \(row.number): the report was published (\(published.short)) before the inspection "
          + "(\(inspected.short)).")
    }
    collector.outcomes.append(
      InspectionOutcome(
        areaCode: code, areaName: name, region: text("ofstedregion", "region", "regioncode"),
        kind: text("inspectiontype", "type", "eventtype", "inspectionframework"),
        theme: text("visittheme"), inspected: inspected, published: published,
        judgements: judgements.compactMap {
          let grade = row.text($0).cleanedLine
          return grade.isEmpty
            ? nil : InspectionOutcome.Judgement(name: heading.names[$0], grade: grade)
        }, link: text("weblink", "inspectionlink"), row: row.number))
    return true
  }

  private func day(
    _ row: CellRow, _ keys: [String], _ collector: inout FigureCollector
  ) -> CalendarDate? {
    guard let column = heading.column(keys) else { return nil }
    let text = row.text(column)
    if text.isEmpty { return nil }
    if let day = CellDay.day(text) { return day }
    collector.checks.note(
      .dated, .fails, row: row.number, column: column + 1,
      "Row \(row.number), \(heading.cited(column)): \"\(shortened(text))\" is no day. Write it as "
        + "31/03/2025.")
    return nil
  }
}
