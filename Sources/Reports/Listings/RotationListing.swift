package import Safeguarding

/// Who has the rotating chairs, in the past and ahead.
package struct RotationListing: Sendable {
  /// The stretches as a table: by partnership, then by group, earliest first.
  package let listing: Listing

  /// Lists every rotating chair until a day; without one, for the 24 months ahead.
  ///
  /// The checklist stands with the next handover, and with the terms that are recorded from now on.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership.
  package init(
    _ workspace: Workspace, on day: CalendarDate, partnership id: String? = nil,
    until end: CalendarDate? = nil
  ) throws(ReportError) {
    let end = end ?? day.adding(months: 24)
    let wanted = try workspace.partnerships.named(id, workspace.access)
    var listing = Listing(columns: RotationListing.columns)
    for partnership in workspace.orderedPartnerships {
      if let wanted, wanted.id != partnership.id { continue }
      let reference = Reference<Partnership>(partnership.id)
      for group in workspace.groups.all
      where workspace.partnerships(of: Reference(group.id)).contains(reference) {
        guard let rotation = workspace.rotation(of: group, until: end) else { continue }
        let next = rotation.handover(after: day)
        for stretch in rotation.stretches where stretch.first <= end {
          let cells = RotationListing.cells(of: stretch, group, of: reference, in: workspace)
          let isListed = stretch == next || (stretch.term != nil && stretch.last >= day)
          listing.add(cells + [RotationListing.handover(isListed ? stretch.handover : [])])
        }
      }
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("partnership", "For"), .init("body", "Body"), .init("chair", "Chair"),
    .init("agency", "Agency"), .init("from", "From"), .init("to", "To"),
    .init("status", "Status"), .init("group"), .init("agencyName"), .init("note"),
    .init("days", "Days"), .init("reason"), .init("handover"),
  ]

  private static func cells(
    of stretch: RotationStretch, _ group: PartnershipGroup, of partnership: Reference<Partnership>,
    in workspace: Workspace
  ) -> [Listing.Cell] {
    let names = workspace.names
    let person = stretch.person.map { names(Person.kind, $0.id) }
    let chair = [person ?? "", stretch.title].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      workspace.cell(partnership), .text(group.name), .known(chair),
      stretch.agency.map { workspace.cell($0) } ?? .nothing, .text(stretch.first.iso),
      .text(stretch.last.iso), .coded(stretch.status.rawValue, shown: stretch.status.title),
      .text(group.id), .known(stretch.agency.map { names(Agency.kind, $0.id) }),
      .known(stretch.note), .whole(stretch.days), .known(stretch.reason),
    ]
  }

  private static func handover(_ items: [HandoverItem]) -> Listing.Cell {
    .list(
      items.map { item in
        .object([
          .init("title", .text(item.title)), .init("done", .boolean(item.isDone), isShown: false),
          .init("doneOn", .known(item.doneOn?.iso)), .init("by", .known(item.by)),
          .init("note", .known(item.note), isShown: false),
        ])
      })
  }
}
