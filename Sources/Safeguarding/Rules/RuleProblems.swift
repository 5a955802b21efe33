extension Rule {
  /// What keeps the rule from being computed, though each of its fields can be read.
  public var problems: [RecordProblem] {
    var problems: [RecordProblem] = []
    if title.isEmpty {
      problems.append(RecordProblem("title", "it has no title.", hint: "Say what is owed."))
    }
    for (field, number) in [
      ("offset", offset ?? 0), ("tolerance", tolerance), ("dueSoon", dueSoon ?? 0),
    ]
    where !(0...Rule.longest).contains(number) {
      problems.append(
        RecordProblem(
          field, "\(number) is not possible here.",
          hint: "Write 0 to \(Rule.longest); \"direction\": \"before\" counts back."))
    }
    if !(1...366).contains(times) {
      problems.append(
        RecordProblem("times", "\(times) times is not possible.", hint: "Write 1 to 366."))
    }
    return problems + missing
  }

  /// What a rule with its trigger cannot do without.
  private var missing: [RecordProblem] {
    let needs = trigger.needs
    if needs.contains(.date), on?.last == nil {
      return [
        RecordProblem("on", "a stated date is owed, but none is given.", hint: "Add \"on\".")
      ]
    }
    if needs.contains(.rule), after == nil {
      return [
        RecordProblem(
          "after", "it waits for another rule, but names none.",
          hint: "Add \"after\" with the id of that rule.")
      ]
    }
    if needs.contains(.reason), reason.isEmpty {
      return [
        RecordProblem(
          "reason", "it does not say why no date can be computed.", hint: "Add \"reason\".")
      ]
    }
    let hasCadence = needs.contains(.distanceOrCadence)
    guard hasCadence || needs.contains(.distance) else { return [] }
    guard let offset else {
      return [
        RecordProblem(
          "offset", "it has no distance, so no date can be computed.",
          hint: "Add \"offset\" and \"unit\", or make it a \"reminder\" with a \"reason\".")
      ]
    }
    guard offset > 0, unit == .cadence, !hasCadence else { return [] }
    return [
      RecordProblem(
        "unit", "it does not say what is counted.",
        hint: "Add \"unit\": workingDay, clearWorkingDay, calendarDay, clearDay, week, month, "
          + "year or meeting.")
    ]
  }

  /// The longest distance that is computed, in any unit.
  static let longest = 10_000
}
