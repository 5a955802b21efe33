extension Workspace {
  /// Everything owed by a date, as it stands on a day, soonest first; what has no date comes last.
  ///
  /// What would be otherwise without the records that illustrate is marked.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - book: The rules of this workspace, where they have been gathered already.
  /// - Returns: The deadlines.
  public func deadlines(on day: CalendarDate, under book: RuleBook? = nil) -> [Deadline] {
    let all = owed(on: day, under: book)
    return PublishedAccount(of: self, on: day).map { all.marked(against: $0.owed) } ?? all
  }

  /// The same without such marks, for whoever knows what is owed by what is published alone.
  package func owed(on day: CalendarDate, under book: RuleBook?) -> [Deadline] {
    var maker = DeadlineMaker(workspace: self, day: day, book: book ?? ruleBook)
    for entry in maker.book.entries { entry.rule.trigger.find(&maker, entry) }
    if maker.book.rules.contains(where: { $0.after != nil }) { maker.dropDoubles() }
    return maker.takeSorted()
  }

  /// The rules in force in this workspace.
  public var ruleBook: RuleBook { RuleBook(rules) }
}
