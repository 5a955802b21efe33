import FigureFiles
package import Safeguarding

/// The period of the figures that are entered.
package struct FigurePeriod: Hashable, Sendable {
  /// Its days; a quarter is a range of days, however it is recorded elsewhere.
  package let date: ImpreciseDate
  /// What it is called where its days do not say it: "Q4 2023/24".
  package let label: String

  /// A period of which figures are; its days are known.
  package init(_ date: ImpreciseDate) {
    guard let first = date.first, let last = date.last,
      RulePeriod.quarter.period(of: first) == first...last
    else {
      (self.date, label) = (date, "")
      return
    }
    let (quarter, begin) = RulePeriod.financialQuarter(of: first)
    self.date = ImpreciseDate("\(first.iso)/\(last.iso)") ?? date
    label = "Q\(quarter) \(begin)/\(padded((begin + 1) % 100, 2))"
  }

  /// The last quarter that is over on a day.
  package init(endedBy day: CalendarDate) {
    let now = RulePeriod.quarter.period(of: day)
    let quarter =
      now.upperBound == day ? now : RulePeriod.quarter.period(of: now.lowerBound.adding(days: -1))
    self.init(
      ImpreciseDate("\(quarter.lowerBound.iso)/\(quarter.upperBound.iso)") ?? ImpreciseDate(day))
  }

  /// The period before, where it is a quarter; nil for any other one.
  package var quarterBefore: FigurePeriod? {
    guard !label.isEmpty, let first = date.first else { return nil }
    return FigurePeriod(endedBy: first.adding(days: -1))
  }

  /// The period as people call it.
  package var words: String { label.isEmpty ? date.short : label }

  /// Whether both are for the same days.
  package func isSame(as other: ImpreciseDate?) -> Bool {
    guard let first = date.first, let last = date.last else { return false }
    return other?.first == first && other?.last == last
  }

  /// The period that is typed.
  package static func reading(
    of text: String, _ context: EntryContext
  ) -> Result<FigurePeriod, FigurePeriodProblem> {
    let reading = EntryKind.date(isImprecise: true, leaning: .back).reading(of: text, context)
    guard reading.problem.isEmpty,
      let date = reading.value.flatMap({ ImpreciseDate.read(from: StoredSource($0)) }),
      date.first != nil
    else {
      return .failure(
        FigurePeriodProblem(
          sentence: reading.problem.isEmpty
            ? "Not a period. Write Q4 2023/24, mar 2024 or 2023/24." : reading.problem))
    }
    return .success(FigurePeriod(date))
  }

  /// The part of an id that names it: `2023-24-q4`, `2024-03`.
  var idPart: String {
    if !label.isEmpty, let first = date.first {
      let (quarter, begin) = RulePeriod.financialQuarter(of: first)
      return "\(begin)-\(padded((begin + 1) % 100, 2))-q\(quarter)"
    }
    return date.iso.replacing("/", with: "-").asID
  }
}

/// Why a text is no period, as a sentence.
package struct FigurePeriodProblem: Error, Hashable, Sendable {
  /// What is wrong and what to write.
  package let sentence: String
}
