extension Workspace {
  /// Everything owed by a date, as it stands on a day, soonest first; what has no date comes last.
  public func deadlines(on day: CalendarDate) -> [Deadline] {
    var maker = DeadlineMaker(workspace: self, day: day)
    for entry in maker.book.entries { entry.rule.trigger.find(&maker, entry) }
    return maker.takeSorted()
  }

  /// The rules in force in this workspace.
  public var ruleBook: RuleBook { RuleBook(rules) }
}
