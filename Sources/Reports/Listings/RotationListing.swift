package import Safeguarding

/// Who has the rotating chairs, in the past and ahead.
package struct RotationListing: Sendable {
  /// The stretches as a table: by partnership, then by group, earliest first.
  package let listing: Listing

  /// Lists every rotating chair until a day; without one, for the 24 months ahead.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership.
  package init(
    _ workspace: Workspace, on day: CalendarDate, partnership id: String? = nil,
    until end: CalendarDate? = nil
  ) throws(ReportError) {
    let end = end ?? day.adding(months: 24)
    let wanted = try workspace.partnerships.named(id)
    var listing = Listing(columns: RotationListing.columns)
    for partnership in workspace.orderedPartnerships {
      if let wanted, wanted.id != partnership.id { continue }
      let reference = Reference<Partnership>(partnership.id)
      for group in workspace.groups.all
      where workspace.partnerships(of: Reference(group.id)).contains(reference) {
        for stretch in workspace.rotation(of: group, until: end)?.stretches ?? []
        where stretch.first <= end && !(stretch.status == .projected && group.hasEnded(by: stretch))
        {
          listing.add(
            RotationListing.cells(of: stretch, group, of: reference, in: workspace))
        }
      }
    }
    self.listing = listing
  }

  private static let columns: [Listing.Column] = [
    .init("partnership", "For"), .init("body", "Body"), .init("chair", "Chair"),
    .init("agency", "Agency"), .init("from", "From"), .init("to", "To"),
    .init("status", "Status"), .init("group"), .init("agencyName"), .init("note"),
  ]

  private static func cells(
    of stretch: RotationStretch, _ group: Group, of partnership: Reference<Partnership>,
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
      .known(stretch.note),
    ]
  }
}

extension Group {
  fileprivate func hasEnded(by stretch: RotationStretch) -> Bool {
    to?.last.map { $0 < stretch.first } ?? false
  }
}
