package import Safeguarding

/// Who has the chairs, in the past and ahead.
package struct RotationListing: Sendable {
  /// The stretches as a table: by partnership, then by group, earliest first.
  package let listing: Listing

  /// Lists every chair until a day; without one, for the 24 months ahead.
  ///
  /// Each chair stands once, with all the partnerships that its group serves. The checklist stands
  /// with the next handover, and with the terms that are recorded from now on.
  ///
  /// - Throws: ``ReportError`` for an unknown partnership.
  package init(
    _ workspace: Workspace, on day: CalendarDate, partnership id: String? = nil,
    until end: CalendarDate? = nil
  ) throws(ReportError) {
    let end = end ?? day.adding(months: 24)
    let wanted = try workspace.partnerships.named(id, workspace.access)
    var listing = Listing(columns: RotationListing.columns)
    var listed: Set<String> = []
    for partnership in workspace.orderedPartnerships {
      if let wanted, wanted.id != partnership.id { continue }
      let reference = Reference<Partnership>(partnership.id)
      for group in workspace.groups.all
      where workspace.partnerships(of: Reference(group.id)).contains(reference) {
        guard let rotation = workspace.rotation(of: group, until: end, around: day),
          listed.insert(group.id).inserted
        else { continue }
        let serves = workspace.partnerships(of: Reference(group.id))
        let ordered = workspace.orderedPartnerships.map { Reference<Partnership>($0.id) }
        let all = ordered.filter(serves.contains)
        for cells in RotationListing.rows(of: rotation, reference, all, workspace, day, end) {
          listing.add(cells)
        }
      }
    }
    self.listing = listing
  }

  /// The stretches of a chair, and what is to be said of the day where none of them tells it.
  private static func rows(
    of rotation: Rotation, _ partnership: Reference<Partnership>,
    _ partnerships: [Reference<Partnership>], _ workspace: Workspace, _ day: CalendarDate,
    _ end: CalendarDate
  ) -> [[Listing.Cell]] {
    let next = rotation.handover(after: day)
    // Who has it today is asked of a layout that reaches beyond today.
    let now = workspace.chair(of: rotation.group, on: day)
    func row(_ stretch: RotationStretch?, _ status: HoldingState, isNow: Bool) -> [Listing.Cell] {
      let isListed =
        stretch.map { own in
          own.term != nil && own.last >= day
            || own.first == next?.first && next?.term == nil && own.term == nil && own.isTaken
        } ?? false
      return cells(of: stretch, status, rotation.group, of: partnership, in: workspace)
        + [handover(isListed ? stretch?.handover ?? [] : []), .boolean(isNow)]
        + [
          .known(stretch?.from?.known), .known(stretch?.to?.known),
          .known(stretch.map { $0.isTaken || $0.isVacant ? $0.ending.rawValue : "" }),
          .known(stretch?.seenOn.map(written)),
          .list(partnerships.map { workspace.cell($0) }),
          .boolean(isListed && stretch.map { illustrates($0, rotation.group, workspace) } ?? false),
        ]
    }
    let shown = rotation.terms.filter { $0.first <= end || $0.term != nil }
    var rows = shown.map { stretch in
      let isNow = stretch.contains(day) && (stretch.status != .notRecorded || !now.isTaken)
      let isShared = now.isTaken && !(now.stretch?.isAlone ?? true)
      return row(stretch, isNow && !isShared ? now.state : stretch.status, isNow: isNow)
    }
    rows += rotation.undated.map { own in
      let isNow = now.isTaken && now.stretch?.each.contains { $0.isSameHolder(as: own) } ?? false
      return row(own, own.status, isNow: isNow)
    }
    if now.isTaken || shown.contains(where: { $0.contains(day) }) { return rows }
    let place = shown.firstIndex { $0.first > day } ?? rows.count
    rows.insert(row(nil, now.state, isNow: true), at: place)
    return rows
  }

  private static let columns: [Listing.Column] = [
    .init("partnership"), .init("body", "Body"), .init("chair", "Chair"),
    .init("agency", "Agency"), .init("from", "From"), .init("to", "To"),
    .init("status", "Status"), .init("group"), .init("agencyName"), .init("note"),
    .init("days", "Days"), .init("reason"), .init("handover"), .init("now", "Now"),
    .init("fromWords"), .init("toWords"), .init("ending"), .init("seenOn"),
    .init("partnerships", "For", place: -1), .init("illustrative"),
  ]

  /// Whether its checklist is that of a pattern, and was made up.
  private static func illustrates(
    _ stretch: RotationStretch, _ group: PartnershipGroup, _ workspace: Workspace
  ) -> Bool {
    let recorded = workspace.chairTerms[stretch.term]
    guard !stretch.handover.isEmpty, recorded?.handover.isEmpty ?? true else { return false }
    return group.rotation(on: stretch.first)?.handoverIllustrates ?? false
  }

  private static func cells(
    of stretch: RotationStretch?, _ status: HoldingState, _ group: PartnershipGroup,
    of partnership: Reference<Partnership>, in workspace: Workspace
  ) -> [Listing.Cell] {
    let names = workspace.names
    let person = stretch?.person.map { names(Person.kind, $0.id) }
    let chair = [person ?? "", stretch?.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      workspace.cell(partnership), .text(group.name), .known(chair),
      stretch?.agency.map { workspace.cell($0) } ?? .nothing, date(stretch?.from),
      date(stretch?.to),
      .coded(
        status.rawValue,
        shown: status == .printed ? stretch?.printedWords ?? status.title : status.title),
      .text(group.id), .known(stretch?.agency.map { names(Agency.kind, $0.id) }),
      .known(stretch?.note), .whole(stretch?.days), .known(stretch?.reason),
    ]
  }

  /// A date as exactly as it is known.
  private static func date(_ date: ImpreciseDate?) -> Listing.Cell {
    guard let date else { return .nothing }
    return .coded(written(date), shown: date.precision == .day ? date.iso : date.known)
  }

  private static func written(_ date: ImpreciseDate) -> String {
    date.precision == .wordsOnly ? date.known : date.iso
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
