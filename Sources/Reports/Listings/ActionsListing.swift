package import Safeguarding

/// The actions, recommendations and next steps that groups watch over.
package struct ActionsListing: Sendable {
  /// Which actions are wanted; nothing given means all.
  package struct Filter: Sendable {
    /// Only those of the group with this id.
    package var group: String?
    /// Only those that stand so.
    package var status: ActionStatus?
    /// Only those whose owner has this id, or these letters in the name.
    package var owner: String?
    /// Only open ones whose last possible day has gone by.
    package var isOverdue = false

    /// Every action.
    package init() {}
  }

  /// The actions as a table, in the order of their files.
  package let listing: Listing

  /// Lists actions as they stand on a day.
  ///
  /// - Throws: ``ReportError`` for an unknown group.
  package init(
    _ workspace: Workspace, on day: CalendarDate, filter: Filter = Filter()
  ) throws(ReportError) {
    let group = try workspace.groups.named(filter.group, workspace.access)
    self.init(
      workspace.actions.all.filter { action in
        if let group, action.group.id != group.id { return false }
        if let status = filter.status, action.status != status { return false }
        if filter.isOverdue, !action.known(on: day).isOverdue(on: day) { return false }
        guard let owner = filter.owner else { return true }
        return action.owners.contains { $0.isMeant(by: owner, workspace) }
      }, in: workspace)
  }

  /// Lists the actions given.
  init(_ actions: [ActionItem], in workspace: Workspace) {
    var listing = Listing(columns: ActionsListing.columns)
    for action in actions { listing.add(ActionsListing.cells(of: action, in: workspace)) }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("id", "Id", place: -1), .init("group", "Group"),
    .init("title", "What", widest: 64, place: 1), .init("owner", "Owner", widest: 30), .init("due"),
    .init("status", "Status"), .init("notes"), .init("source"), .init("revision"),
    .init("illustrative", "Illustrative"), .init("origin"), .init("review"),
    .init("dueText", "Due", widest: 24, place: -1),
  ]

  private static func cells(of action: ActionItem, in workspace: Workspace) -> [Listing.Cell] {
    let names = workspace.names
    return [
      .text(action.id), workspace.cell(action.group),
      .coded(action.title, shown: action.title.asTitle),
      .known(workspace.words(for: action.owners), shown: action.owners.short(in: workspace)),
      .known(action.due?.dueDay?.iso),
      .coded(action.status.rawValue, shown: action.status.title),
      .texts(action.progress.flatMap { $0.lines(names) }),
      .texts(action.source.flatMap { $0.lines(names) }), .text(action.revision),
      .boolean(action.illustrative),
      .coded(action.origin.rawValue, shown: action.origin.title), .known(action.review?.id),
      .known(action.due?.short),
    ]
  }
}
