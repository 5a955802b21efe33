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

    /// Every deadline.
    package init() {}
  }

  /// The deadlines as a table, soonest first; what has no date comes last.
  package let listing: Listing

  /// Lists deadlines.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership or group.
  package init(
    _ workspace: Workspace, on day: CalendarDate, filter: Filter = Filter()
  ) throws(ReportError) {
    let partnership = try workspace.partnerships.named(filter.partnership)
    let group = try workspace.groups.named(filter.group)
    var listing = Listing(columns: DeadlinesListing.columns)
    for deadline in workspace.deadlines(on: day) {
      if filter.isOverdue, deadline.status != .overdue { continue }
      if let within = filter.within, !deadline.isOwed(by: day, within: within) { continue }
      if let partnership, !deadline.partnerships.contains(Reference(partnership.id)) { continue }
      if let group, deadline.group?.id != group.id { continue }
      listing.add(DeadlinesListing.cells(of: deadline, in: workspace))
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("id"), .init("title", "Title"), .init("kind", "Kind"), .init("rule"), .init("due"),
    .init("status", "Status"), .init("workingDays", "Working days"), .init("owner", "Owner"),
    .init("group", "Group"), .init("partnerships", "For"), .init("dueText", "Due"),
    .init("because"), .init("illustrative", "Illustrative"),
  ]

  private static func cells(of deadline: Deadline, in workspace: Workspace) -> [Listing.Cell] {
    [
      .text(deadline.id), .text(deadline.title), .text(deadline.form), .text(deadline.rule),
      .known(deadline.due?.dueDay?.iso),
      .coded(deadline.status.rawValue, shown: deadline.status.title),
      .whole(deadline.workingDays), .known(deadline.owner),
      deadline.group.map { workspace.cell($0) } ?? .nothing,
      .list(deadline.partnerships.map { workspace.cell($0) }), .known(deadline.due?.short),
      .known(deadline.because), .boolean(deadline.isIllustrative),
    ]
  }
}

extension Deadline {
  fileprivate func isOwed(by day: CalendarDate, within days: Int) -> Bool {
    guard status.isOpen, let last = due?.dueDay else { return false }
    return last.dayNumber - day.dayNumber <= days
  }
}
