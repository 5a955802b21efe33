package import Safeguarding

/// Who has sent the figures they owe.
package struct SubmissionsListing: Sendable {
  /// The returns as a table: agency by agency, those with something late first, earliest period first.
  package let listing: Listing

  /// Lists the returns of a partnership, or of all.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership.
  package init(
    _ workspace: Workspace, on day: CalendarDate, partnership id: String? = nil,
    isLateOnly: Bool = false
  ) throws(ReportError) {
    let wanted = try workspace.partnerships.named(id, workspace.access)
    let scope = wanted.map { Scope.one(Reference($0.id)) } ?? .all
    let board = SubmissionBoard(workspace, in: scope, on: day, most: .max)
    var listing = Listing(columns: SubmissionsListing.columns)
    for row in board.rows {
      for cell in row.cells.compactMap(\.self) {
        for whole in cell.submissions {
          let submission = whole.known(on: day)
          let standing = SubmissionBoard.standing(of: submission, on: day, in: workspace)
          if isLateOnly, !standing.isLate { continue }
          listing.add([
            workspace.cell(row.agency), .known(submission.what),
            .known(submission.period?.iso, shown: submission.period?.short ?? ""),
            .known(submission.owedBy?.iso), .known(submission.receivedOn?.iso),
            .coded(standing.key, shown: standing.words),
            standing.days.map { .decimal(Double($0), decimals: 0) } ?? .nothing,
            .text(submission.id), workspace.cell(submission.partnership),
            .boolean(submission.illustrative),
          ])
        }
      }
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("agency", "Agency"), .init("what", "What"), .init("period", "Period"),
    .init("due", "Due"), .init("receivedOn", "Came"), .init("standing", "How it stands"),
    .init("workingDaysLate"), .init("id"), .init("partnership"),
    .init("illustrative", "Illustrative"),
  ]
}
