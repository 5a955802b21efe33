/// What was checked of a file, and how it came out.
package struct FigureCheck: Hashable, Sendable {
  /// What is checked.
  package enum Name: String, CaseIterable, Hashable, Sendable {
    case columns = "columns are known"
    case periods = "periods fit their kind"
    case dated = "periods say which days they are"
    case areas = "area codes are known to their names"
    case values = "values are numbers, or signs for why there is none"
    case numbers = "points and commas in numbers have one meaning"
    case signs = "signs for no value have one meaning"
    case duplicates = "no figure stands twice"
    case percentages = "percentages are between 0 and 100"
    case numerators = "numerators are within their denominators"
    case sums = "parts sum to their total"
    case decimals = "figures have no more decimals than they should"
    case rows = "rows have as many cells as there are columns"
  }

  /// How a check came out.
  package enum Outcome: String, Hashable, Sendable {
    case passes, warns, fails
  }

  /// What is checked.
  package let name: Name
  /// How it came out.
  package let outcome: Outcome
  /// The row of the file, counted from 1; nil for the file as a whole.
  package let row: Int?
  /// The column of the file, counted from 1; nil for the row as a whole.
  package let column: Int?
  /// What was found, where, and what to do.
  package let sentence: String
}

/// How one check came out over the whole file.
package struct FigureCheckSummary: Hashable, Sendable {
  /// What was checked.
  package let name: FigureCheck.Name
  /// How often it warns.
  package internal(set) var warnings = 0
  /// How often it fails.
  package internal(set) var failures = 0
  /// The first hundred of what it found, in the order of the file.
  package internal(set) var faults: [FigureCheck] = []

  /// The worst that it found.
  package var outcome: FigureCheck.Outcome {
    failures > 0 ? .fails : warnings > 0 ? .warns : .passes
  }

  /// How many of the faults are counted and not kept.
  package var more: Int { warnings + failures - faults.count }
}

/// The checks that are made while a file is read.
struct FigureChecks: Sendable {
  private static let kept = 100
  private(set) var made: [FigureCheck.Name: FigureCheckSummary] = [:]

  /// A check is made, whatever comes of it.
  mutating func make(_ name: FigureCheck.Name) {
    if made[name] == nil { made[name] = FigureCheckSummary(name: name) }
  }

  /// Notes what a check found; the sentence is made only where it is kept.
  mutating func note(
    _ name: FigureCheck.Name, _ outcome: FigureCheck.Outcome, row: Int? = nil, column: Int? = nil,
    _ sentence: @autoclosure () -> String
  ) {
    var summary = made[name] ?? FigureCheckSummary(name: name)
    made[name] = nil
    if outcome == .fails { summary.failures += 1 } else { summary.warnings += 1 }
    if summary.faults.count < FigureChecks.kept {
      summary.faults.append(
        FigureCheck(name: name, outcome: outcome, row: row, column: column, sentence: sentence()))
    }
    made[name] = summary
  }

  /// The checks that were made, in their order.
  var summaries: [FigureCheckSummary] { FigureCheck.Name.allCases.compactMap { made[$0] } }
}
