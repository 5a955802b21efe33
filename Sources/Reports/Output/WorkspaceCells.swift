import Letters
package import Safeguarding

extension Workspace {
  /// A group's id, shown by its short name.
  func cell(_ group: Reference<PartnershipGroup>) -> Listing.Cell {
    .coded(group.id, shown: groups[group]?.label ?? group.id)
  }

  /// A partnership's id, shown by its abbreviation.
  func cell(_ partnership: Reference<Partnership>) -> Listing.Cell {
    .coded(partnership.id, shown: partnerships[partnership]?.label ?? partnership.id)
  }

  /// An agency's id, shown by its short name.
  func cell(_ agency: Reference<Agency>) -> Listing.Cell {
    .coded(agency.id, shown: agencies[agency]?.label ?? agency.id)
  }

  /// The owners in words, the first named first.
  func words(for owners: [Owner]) -> String { owners.text(names) }

  /// The partnerships that exist on a day, in the order of the settings.
  func livePartnerships(on day: CalendarDate) -> [Partnership] {
    orderedPartnerships.filter { $0.isLive(on: day) }
  }
}

extension Owner {
  /// The ids of everything that it names.
  var ids: [String] {
    [agency?.id, seat?.id, group?.id, partnership?.id, person?.id].compactMap(\.self)
  }

  /// What it is called: in full, and as lists say it.
  func names(in workspace: Workspace) -> [String] {
    [lines(workspace.names).joined(), short(in: workspace)]
  }

  /// Whether somebody means this owner by an id or by letters of a name.
  func isMeant(by text: String, _ workspace: Workspace) -> Bool {
    ids.contains(text) || names(in: workspace).contains { $0.holds(text) }
  }
}

extension Listing {
  /// The listing with who may see what leaves the workspace.
  package func handled(as workspace: Workspace) -> Listing {
    var listing = self
    listing.handling = workspace.handling
    return listing
  }
}
