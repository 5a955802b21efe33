package import FigureFiles
import Letters
package import Safeguarding

extension FigureImport {
  /// What is wanted of an import.
  package struct Wishes: Sendable {
    /// The id of the agency that sends the file; empty where that is not known.
    package var agency = ""
    /// The ids of indicators by what the file calls them; nothing for what is left out.
    package var said: [String: String] = [:]
    /// The release that figures to compare with are taken from.
    package var release = ""
    /// What kind of years a file has that does not say it; nil where that is not known.
    package var years: YearKind?
    /// Whether measures that are no indicators are left out.
    package var onlyKnown = false
    /// Whether figures that differ from those that are there restate them.
    package var restates = false

    package init() {}
  }

  /// A measure of the file, and what it is here.
  package struct Matched: Sendable {
    /// The measure.
    package let measure: ReadMeasure
    /// What it is here.
    package let found: IndicatorMatching.Found
    /// How many figures of it are taken.
    package internal(set) var count = 0
  }

  /// How a figure stands to what is there.
  package indirect enum Outcome: Hashable, Sendable {
    case new
    case same
    /// It takes the place of the value with this id, which is shown so.
    case restates(String, was: String)
    /// Another value is there, and stays.
    case differs(from: String)
  }

  /// A figure that goes to an indicator; what many of them share is kept once.
  package struct Item: Sendable {
    private let place: (row: Int32, column: Int32)
    private let whose: IndicatorForm
    let period: PeriodForm
    let parts: PartsForm
    /// Whose figure to compare with it is; nil for one's own.
    package let comparator: String?
    private let read: ReadValue
    private let detail: Shared<FigureDetail>?
    /// How it stands to what is there.
    package internal(set) var outcome = Outcome.new

    init(
      _ figure: ReadFigure, _ whose: IndicatorForm, period: PeriodForm, parts: PartsForm,
      comparator: String?
    ) {
      place = (Int32(clamping: figure.row), Int32(clamping: figure.column))
      (self.whose, self.period, self.parts) = (whose, period, parts)
      (self.comparator, read, detail) = (comparator, figure.value, figure.detail)
    }

    /// The id of the indicator.
    package var indicator: String { whose.id }
    /// What people call the indicator.
    var label: String { whose.label }
    /// What was measured; nil where a number is none that can be kept.
    package var measure: Measure? { read.measure }
    /// The agency that sent it.
    var agency: Reference<Agency>? { comparator == nil ? parts.sender : parts.agency }
    /// The row of the file, counted from 1.
    package var row: Int { Int(place.row) }
    /// The column of the file, counted from 1.
    package var column: Int { Int(place.column) }

    /// What is kept, where it is a value of one's own area; its id is given when it is saved.
    package var value: Observation {
      var value = Observation()
      value.indicator = Reference(indicator)
      (value.period, value.periodLabel, value.value) = (period.date, period.label, measure)
      (value.breakdown, value.agency) = (parts.breakdown, agency)
      value.provisional = period.isProvisional
      if let detail {
        value.numerator = Measure(counted: detail.numerator)
        value.denominator = Measure(counted: detail.denominator)
        (value.note, value.analysis) = (detail.note, detail.analysis)
      }
      if comparator == nil, case .restates(let id, _) = outcome { value.supersedes = id }
      return value
    }

    /// Whether something is said of it in words.
    var hasWords: Bool { detail.map { !$0.note.isEmpty || !$0.analysis.isEmpty } ?? false }

    /// What begins its id.
    var stem: String {
      ([indicator, period.idPart] + parts.idParts).filter { !$0.isEmpty }.joined(separator: "-")
    }
  }

  /// What was checked against the data folder, and what was found.
  package struct Check: Sendable {
    /// What was checked.
    package let name: String
    /// Whether what was found stops the import.
    package let isGrave: Bool
    /// The first hundred of what was found.
    package internal(set) var faults: [Fault] = []
    /// How often something was found.
    package internal(set) var count = 0

    mutating func note(_ row: Int, _ column: Int?, _ sentence: @autoclosure () -> String) {
      count += 1
      if faults.count < 100 { faults.append(Fault(row: row, column: column, sentence: sentence())) }
    }
  }

  /// Something that was found, with its place in the file.
  package struct Fault: Hashable, Sendable {
    /// The row, counted from 1.
    package let row: Int
    /// The column, counted from 1; nil for the whole row.
    package let column: Int?
    /// What was found.
    package let sentence: String
  }
}

extension FigureImport.Item {
  /// What it is, in words.
  package var name: String {
    let value = value
    let words = [comparator ?? "", label, value.periodText, value.partText]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Workspace {
  /// The agency that an id or a name means; nil for none or several.
  package func agency(called name: String) -> Agency? {
    if let agency = agencies[name] { return agency }
    let wanted = name.folded
    let found = agencies.all.filter { agency in
      ([agency.id, agency.name, agency.shortName] + agency.aliases.map(\.name)).contains {
        $0.folded == wanted
      }
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension FigureImport.Wishes {
  /// A period of a file, in the kind of years that the file is said to have where it does not say it.
  func period(_ period: ReadPeriod) -> ReadPeriod {
    guard !period.isDated, let years else { return period }
    return ReadPeriod.named(period.printed, year: years) ?? period
  }
}

extension ReadMeasure {
  /// The words of a command line that make it an indicator.
  func map(to id: String) -> String {
    let mark = label.contains("'") ? "\"" : "'"
    return "--map \(mark)\(label)=\(id)\(mark)"
  }
}
