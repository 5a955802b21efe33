import Letters
package import Safeguarding

/// What the interactive tool's dictionary says of a measure.
package struct MeasureDefinition: Hashable, Sendable {
  /// Which way is better.
  package enum Polarity: String, Hashable, Sendable {
    case high, low
    /// The dictionary says that neither is.
    case neither
    /// The dictionary does not say.
    case unknown
  }

  /// Its number.
  package let code: String
  /// Its name in the long table.
  package let short: String
  /// The topic under which it stands.
  package let topic: String
  /// Its name.
  package let label: String
  /// What stands beside its axis: its unit.
  package let unit: String
  /// Which way is better.
  package let polarity: Polarity
  /// What it measures.
  package let description: String
  /// How it is worked out.
  package let methodology: String
  /// How many digits stand after the point; nil where it does not say.
  package let decimals: Int?
  /// What a year of it means; nil where it does not say.
  package let year: YearKind?
  /// Whether it is put into quartiles.
  package let hasQuartiles: Bool
  /// When it was last published.
  package let lastUpdate: CalendarDate?
  /// When it is published next.
  package let nextUpdate: CalendarDate?
  /// Who answers for it.
  package let owner: String
  /// Where it is published.
  package let link: String
  /// The row of the file, counted from 1.
  package let row: Int
}

/// The dictionary of the local authority interactive tool: one row for each measure.
struct InteractiveToolDictionary: FigureLayout {
  static let title = "the local authority interactive tool (dictionary)"
  static let signs = [
    ColumnSign("Measure_code"), ColumnSign("Topic"), ColumnSign("Measure"),
    ColumnSign("Measure_short"), ColumnSign("Polarity"),
  ]

  private let heading: Heading
  let measureColumns: Set<Int> = []

  init(_ heading: Heading, _ collector: inout FigureCollector) { self.heading = heading }

  mutating func take(_ row: CellRow, _ collector: inout FigureCollector) -> Bool {
    func text(_ start: String) -> String {
      guard let column = heading.keys.firstIndex(where: { $0.hasPrefix(start) }) else { return "" }
      let text = row.text(column).cleaned.text
      return text == "NA" ? "" : text
    }
    func exact(_ key: String) -> String {
      heading.column([key]).map { row.text($0).cleanedLine } ?? ""
    }
    let short = exact("measureshort")
    guard !short.isEmpty, !exact("measure").isEmpty else { return false }
    let polarity: MeasureDefinition.Polarity =
      switch exact("polarity").folded {
      case "high": .high
      case "low": .low
      case "-": .neither
      default: .unknown
      }
    let kind = text("yeartype").folded
    collector.definitions.append(
      MeasureDefinition(
        code: exact("measurecode"), short: short, topic: exact("topic"),
        label: exact("measure").cleanedLine, unit: text("yaxisname"), polarity: polarity,
        description: text("description"), methodology: text("methodology"),
        decimals: Int(text("dps")),
        year: kind.hasPrefix("academic")
          ? .academic
          : kind.hasPrefix("financial") ? .financial : kind.hasPrefix("calendar") ? .calendar : nil,
        hasQuartiles: !(polarity == .neither || polarity == .unknown)
          && text("noquartile").folded != "n",
        lastUpdate: CellDay.day(text("lastupdate")), nextUpdate: CellDay.day(text("nextupdate")),
        owner: text("dataowner"), link: text("hyperlink"), row: row.number))
    return true
  }
}

/// Days as spreadsheets and people write them.
enum CellDay {
  /// `31/03/2025`, `2025-03-31`, or the number by which spreadsheets count days; nil for what is no day.
  static func day(_ text: String) -> CalendarDate? {
    if let serial = Int(text), (10_000...100_000).contains(serial) {
      // Spreadsheets count from 30 December 1899.
      return CalendarDate(dayNumber: serial - 25_569)
    }
    let period = ReadPeriod.printed(
      String(text.prefix { $0 != " " || text.contains { $0.isLetter } }), year: nil)
    return period.identifier == "Day" ? period.first : nil
  }
}
