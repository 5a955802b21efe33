/// The words of a distance: `15wd`, `5 clear working days`, `a fortnight`.
enum DistanceWords {
  private static let units: [(words: [[String]], unit: DateUnit, times: Int)] = [
    ([["clear", "working", "days"], ["clear", "working", "day"], ["cwd"]], .clearWorkingDay, 1),
    ([["working", "days"], ["working", "day"], ["wd"], ["wds"]], .workingDay, 1),
    ([["clear", "days"], ["clear", "day"]], .clearDay, 1),
    (
      [["calendar", "days"], ["calendar", "day"], ["days"], ["day"], ["d"], ["cd"]], .calendarDay, 1
    ),
    ([["weeks"], ["week"], ["w"], ["wk"], ["wks"]], .week, 1),
    ([["fortnights"], ["fortnight"]], .week, 2),
    ([["calendar", "months"], ["calendar", "month"], ["months"], ["month"], ["m"]], .month, 1),
    ([["years"], ["year"], ["y"], ["yr"], ["yrs"]], .year, 1),
  ]

  /// Takes a distance away from the beginning; nil, and nothing taken, when none stands there.
  ///
  /// - Throws: ``DateProblem`` for more units than can be counted.
  static func take(
    from tokens: inout ArraySlice<DateToken>
  ) throws(DateProblem) -> (count: Int, unit: DateUnit)? {
    var count = DateWords.number(tokens.first?.kind.word)
    var digits = 0
    if case .number(let value, let length)? = tokens.first?.kind {
      (count, digits) = (value, length)
    }
    guard let count else { return nil }
    var rest = tokens.dropFirst().map(\.kind)[...]
    for unit in units where rest.drop(oneOf: unit.words) != nil {
      guard digits <= 9, count <= DateExpression.longestDistance else {
        throw .tooMany(limit: DateExpression.longestDistance)
      }
      tokens = tokens.suffix(rest.count)
      return (count * unit.times, unit.unit)
    }
    return nil
  }
}
