import Letters
package import Safeguarding

/// One figure as a file gives it.
package struct ReadFigure: Hashable, Sendable {
  /// What was counted or measured.
  package internal(set) var measure: Shared<ReadMeasure>
  /// Where.
  package let area: Shared<ReadArea>
  /// When.
  package let period: Shared<ReadPeriod>
  /// Of whom: the pairs of the file's breakdowns, in its order; empty for everybody.
  package let breakdown: Shared<[BreakdownMember]>
  /// What stands beside it; nil where nothing does.
  package let detail: Shared<FigureDetail>?
  /// The value, or why there is none.
  package internal(set) var value: ReadValue
  /// Which of the file's measures it is.
  var slot: Int32
  private let place: (row: Int32, column: Int32)

  init(
    slot: Int, measure: Shared<ReadMeasure>, area: Shared<ReadArea>, period: Shared<ReadPeriod>,
    breakdown: Shared<[BreakdownMember]>, value: ReadValue, detail: FigureDetail?, row: Int,
    column: Int
  ) {
    (self.measure, self.area, self.period) = (measure, area, period)
    (self.breakdown, self.value, self.slot) = (breakdown, value, Int32(clamping: slot))
    self.detail = detail.flatMap { $0 == FigureDetail() ? nil : Shared($0) }
    place = (Int32(clamping: row), Int32(clamping: column))
  }

  /// The row of the file, counted from 1.
  package var row: Int { Int(place.row) }
  /// The column of the file, counted from 1.
  package var column: Int { Int(place.column) }

  /// Whether both say the same, wherever they stand.
  package static func == (left: ReadFigure, right: ReadFigure) -> Bool {
    left.saysWhatIsMeant(by: right) && left.value == right.value && left.detail == right.detail
  }

  /// Whether both are of the same measure, area, period and breakdown.
  package func saysWhatIsMeant(by other: ReadFigure) -> Bool {
    measure == other.measure && area == other.area && period == other.period
      && breakdown == other.breakdown
  }

  /// What it is about, as it is looked up.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(measure)
    hasher.combine(area)
    hasher.combine(period)
    hasher.combine(breakdown)
  }
}

/// What stands beside a figure.
package struct FigureDetail: Hashable, Sendable {
  /// The number above the line, where the file gives it.
  package var numerator: Double?
  /// The number below the line, where the file gives it.
  package var denominator: Double?
  /// What is said of it.
  package var note = ""
  /// What the sender makes of it.
  package var analysis = ""

  init() {}
}

/// What is counted or measured, as a file names it.
package struct ReadMeasure: Hashable, Sendable {
  /// How a year follows from its quarters.
  package enum Aggregation: String, Sendable {
    case sum, mean, last, ratio
  }

  /// How the file tells it from others: the name of a column, a reference or a code.
  package let key: String
  /// What people call it.
  package let label: String
  /// `%`, `£`, `per 10,000`, `months`; empty for a plain number.
  package let unit: String
  /// How many digits after the decimal point it has: what the file says, or the most that it gives.
  package internal(set) var decimals: Int
  /// Whether the file says how many digits it has.
  let hasDecimals: Bool
  /// How a year follows from its quarters, where the file says so.
  package let aggregation: Aggregation?

  init(
    key: String, label: String, unit: String = "", decimals: Int? = nil,
    aggregation: Aggregation? = nil
  ) {
    (self.key, self.label, self.unit, self.aggregation) = (key, label, unit, aggregation)
    self.decimals = decimals ?? 0
    hasDecimals = decimals != nil
  }

  /// Whether its values are parts of a hundred.
  package var isPercentage: Bool { unit == "%" }
}

/// One part of those whom a figure is of: the breakdown and the member of it.
package struct BreakdownMember: Hashable, Sendable {
  /// The breakdown: `Sex`.
  package let name: String
  /// The member: `Female`.
  package let member: String

  init(_ name: String, _ member: String) { (self.name, self.member) = (name, member) }

  /// Whether it means everybody.
  package var isTotal: Bool { ["total", "all", "persons", "all persons"].contains(member.folded) }
}

/// The value of a cell: a number, or why there is none.
package enum ReadValue: Hashable, Sendable {
  /// The number, with so many digits after its point.
  case exact(Double, decimals: UInt8)
  /// This or more: `500+`.
  case atLeast(Double, decimals: UInt8)
  /// Near this: `~70`.
  case about(Double, decimals: UInt8)
  /// No number.
  case missing(MissingReason)

  /// The number, however it is meant.
  package var number: Double? {
    switch self {
    case .exact(let number, _), .atLeast(let number, _), .about(let number, _): number
    case .missing: nil
    }
  }

  /// How many digits stand after the point; 0 where there is no number.
  package var decimals: Int {
    switch self {
    case .exact(_, let decimals), .atLeast(_, let decimals), .about(_, let decimals): Int(decimals)
    case .missing: 0
    }
  }

  /// The number where it is exact.
  package var exactNumber: Double? { if case .exact(let number, _) = self { number } else { nil } }

  /// The same with another number.
  func with(_ number: Double, decimals: Int) -> ReadValue {
    switch self {
    case .exact: .exact(number, decimals: UInt8(clamping: decimals))
    case .atLeast: .atLeast(number, decimals: UInt8(clamping: decimals))
    case .about: .about(number, decimals: UInt8(clamping: decimals))
    case .missing: self
    }
  }
}
