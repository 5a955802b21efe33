package import Safeguarding

/// What is owed by a date, as it stands on a day.
package struct DeadlinesListing: Sendable {
  /// Which deadlines are wanted; nothing given means all.
  package struct Filter: Sendable {
    /// Only what is overdue.
    package var isOverdue = false
    /// Only what is still owed and due within so many calendar days, or overdue.
    package var within: Int?
    /// Only what concerns the partnership with this id.
    package var partnership: String?
    /// Only what the group with this id sees to.
    package var group: String?
    /// Only what an owner with this id, or with these letters in the name, owes.
    package var owner: String?
    /// Only what the rule with this id asks for.
    package var rule: String?

    /// Every deadline.
    package init() {}
  }

  /// The deadlines, soonest first; what has no date comes last.
  package let deadlines: [Deadline]
  private let workspace: Workspace
  private let day: CalendarDate

  /// Lists deadlines.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership, group or rule.
  package init(
    _ workspace: Workspace, on day: CalendarDate, filter: Filter = Filter()
  ) throws(ReportError) {
    let partnership = try workspace.partnerships.named(filter.partnership, workspace.access)
    let group = try workspace.groups.named(filter.group, workspace.access)
    if let rule = filter.rule { _ = try RulesListing.rule(rule, in: workspace) }
    let matching = filter.owner.map { _ in OwnerMatching(workspace, on: day) }
    deadlines = workspace.deadlines(on: day).filter { deadline in
      if filter.isOverdue, deadline.status != .overdue { return false }
      if let within = filter.within, !deadline.isOwed(by: day, within: within) { return false }
      if let rule = filter.rule, deadline.rule != rule { return false }
      if let owner = filter.owner {
        let meant = deadline.owners.flatMap {
          matching?.meant(by: $0, in: deadline.partnerships) ?? []
        }
        guard (deadline.owners + meant).contains(where: { $0.isMeant(by: owner, workspace) }) else {
          return false
        }
      }
      if let partnership, !deadline.partnerships.contains(Reference(partnership.id)) {
        return false
      }
      return group.map { deadline.group?.id == $0.id } ?? true
    }
    self.workspace = workspace
    self.day = day
  }

  /// The deadlines as a table.
  package var listing: Listing {
    var listing = Listing(columns: DeadlinesListing.columns)
    let explain = Explainer(workspace, on: day)
    for deadline in deadlines { listing.add(cells(of: deadline, explain(deadline))) }
    return listing
  }

  /// What is still owed by a day as a table without explanations; the last cell of a row holds who is meant by its owners:
  /// ids, shown by every name they go by.
  static func owed(in workspace: Workspace, on day: CalendarDate) throws(ReportError) -> Listing {
    let all = try DeadlinesListing(workspace, on: day)
    let matching = OwnerMatching(workspace, on: day)
    var listing = Listing(columns: columns + [meantColumn])
    for deadline in all.deadlines where deadline.status.isOpen {
      let meant =
        deadline.owners
        + deadline.owners.flatMap { matching.meant(by: $0, in: deadline.partnerships) }
      listing.add(
        all.cells(of: deadline, nil)
          + [
            .list(
              meant.map {
                .coded(
                  $0.ids.joined(separator: " "),
                  shown: $0.names(in: workspace).joined(separator: "\n"))
              })
          ])
    }
    return listing.without(unexplained)
  }

  /// The columns of what is owed without explanations.
  static let owedColumns = columns.filter { !unexplained.contains($0.key) } + [meantColumn]
  private static let meantColumn = Listing.Column("meant")
  private static let unexplained: Set<String> = ["because", "steps", "basis"]

  /// As text they stand as on the screen: how late, due, whose, where, and what is owed last.
  private static let columns: [Listing.Column] = [
    .init("id"), .init("title", "What is owed", widest: 64, place: 1), .init("kind", "Kind"),
    .init("rule"), .init("due"), .init("status", "Status", place: -3), .init("workingDays"),
    .init("owner", "Owner", widest: 30, place: -1), .init("group", "Group"),
    .init("partnerships", "For"),
    .init("dueText", "Due", widest: 24, place: -2), .init("because"),
    .init("illustrative", "Illustrative"),
    .init("standing"), .init("start"), .init("firstDue"), .init("doneOn"), .init("distance"),
    .init("unit"), .init("provisional"), .init("steps"), .init("basis"),
    .init("distanceText", "When", place: -3), .init("mostLate"),
  ]

  private func cells(of deadline: Deadline, _ explanation: Explanation?) -> [Listing.Cell] {
    [
      .text(deadline.id), .coded(deadline.title, shown: deadline.title.asTitle),
      .text(deadline.form), .text(deadline.rule),
      .known(deadline.due?.dueDay?.iso),
      .coded(deadline.status.rawValue, shown: deadline.status.title),
      .whole(deadline.workingDays),
      .known(deadline.owners.text(workspace.names), shown: deadline.owners.short(in: workspace)),
      deadline.group.map { workspace.cell($0) } ?? .nothing,
      .list(deadline.partnerships.map { workspace.cell($0) }),
      .known(deadline.due?.short, shown: deadline.due?.inList(on: day)),
      explanation.map { .text($0.sentence) } ?? .nothing, .boolean(deadline.isIllustrative),
      .text(deadline.standing),
      .known(deadline.start?.written), .known(deadline.firstDue?.dueDay?.iso),
      .known(deadline.doneOn?.written), .whole(deadline.distance),
      deadline.distance == nil
        ? .nothing : .text(deadline.countsWorkingDays ? "workingDay" : "calendarDay"),
      .boolean(deadline.isProvisional), .texts(explanation?.steps ?? []),
      .known(explanation?.basis),
      .known(deadline.distanceText, shown: deadline.distanceWords(on: day)),
      .whole(deadline.mostLate),
    ]
  }
}

extension ImpreciseDate {
  /// The date as exactly as it is known: a month stays a month.
  fileprivate var written: String { precision == .wordsOnly ? known : iso }
}

extension Deadline {
  fileprivate func isOwed(by day: CalendarDate, within days: Int) -> Bool {
    guard status.isOpen, let last = due?.dueDay else { return false }
    return last.dayNumber - day.dayNumber <= days
  }
}
