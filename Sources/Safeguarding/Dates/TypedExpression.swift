/// A day with distances from it, as they were typed.
struct TypedExpression {
  /// The day from which the first distance is counted.
  private(set) var start: TypedDay
  /// The distances in the order in which they are walked.
  private(set) var steps: [DateOffset] = []

  /// Reads what was typed.
  ///
  /// - Throws: ``DateProblem`` for words that are no day.
  init(_ text: String, today: CalendarDate) throws(DateProblem) {
    guard var rest = DateToken.tokens(of: text)?[...], !rest.isEmpty else { throw .nothingGiven }
    if rest.last?.kind == .mark(".") { rest = rest.dropLast() }
    var behind: [DateOffset] = []
    while let step = try Self.takeSigned(from: &rest) { behind.append(step) }
    var before: [DateOffset] = []
    while let step = try Self.takeWorded(from: &rest) { before.append(step) }
    steps = before.reversed() + behind.reversed()
    if rest.isEmpty, !steps.isEmpty {
      start = TypedDay(today: today)
    } else if let day = TypedDay(rest, of: text, today: today) {
      start = day
    } else {
      throw .notUnderstood(text)
    }
  }

  /// Takes a distance with a sign away from the end: `+15wd`, `- 6 months`.
  private static func takeSigned(
    from tokens: inout ArraySlice<DateToken>
  ) throws(DateProblem) -> DateOffset? {
    guard
      let index = tokens.lastIndex(where: { $0.kind == .mark("+") || $0.kind == .mark("-") })
    else { return nil }
    var rest = tokens[(index + 1)...]
    guard let distance = try DistanceWords.take(from: &rest), rest.isEmpty else { return nil }
    let direction: DateDirection = tokens[index].kind == .mark("+") ? .after : .before
    tokens = tokens[..<index]
    return DateOffset(distance.count, distance.unit, direction)
  }

  /// Takes a distance in words away from the beginning: `15 working days after`, `in 3 weeks`.
  private static func takeWorded(
    from tokens: inout ArraySlice<DateToken>
  ) throws(DateProblem) -> DateOffset? {
    let isIn = tokens.first?.kind == .word("in")
    var rest = isIn || tokens.first?.kind == .mark("+") ? tokens.dropFirst() : tokens
    guard let distance = try DistanceWords.take(from: &rest) else { return nil }
    let word = rest.first?.kind.word
    let isLast = rest.count <= 1
    let direction: DateDirection
    switch word {
    case nil where rest.isEmpty: direction = .after
    case "ago" where isLast && !isIn: direction = .before
    case "after" where !isLast && !isIn, "from" where !isLast && !isIn: direction = .after
    case "before" where !isLast && !isIn: direction = .before
    default: return nil
    }
    tokens = rest.dropFirst()
    return DateOffset(distance.count, distance.unit, direction)
  }

  /// The day at the end of all distances.
  ///
  /// - Throws: ``DateProblem`` when it lies in no year that can be written.
  func reading(by calendar: WorkingDays) throws(DateProblem) -> DateReading {
    var day = start.day
    var words = start.meaning.map { "\(day.long) (\($0))" } ?? day.long
    var counts: [LeftOut.Count] = []
    for step in steps {
      guard step.staysInYears(from: day) else { throw .outOfReach }
      let end = step.day(from: day, calendar: calendar)
      guard (1...9999).contains(end.year) else { throw .outOfReach }
      if step.unit.countsWorkingDays { counts.append(LeftOut.Count(from: day, to: end)) }
      words = "\(step.words) \(step.direction.rawValue) \(words)"
      day = end
    }
    return DateReading(day, words, LeftOut(counts, calendar))
  }
}

extension DateOffset {
  /// Whether a step of months or years ends in a year that can be written.
  fileprivate func staysInYears(from day: CalendarDate) -> Bool {
    guard unit == .month || unit == .year else { return true }
    let (year, month, _) = day.components
    let months = (unit == .year ? 12 : 1) * (direction == .after ? count : -count)
    return (12..<120_000).contains(year * 12 + month - 1 + months)
  }
}
