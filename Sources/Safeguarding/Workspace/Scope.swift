/// Which partnerships are looked at: one, or all.
public enum Scope: Hashable, Sendable {
  case all
  case one(Reference<Partnership>)

  /// Whether a partnership is looked at.
  public func includes(_ partnership: Reference<Partnership>) -> Bool {
    switch self {
    case .all: true
    case .one(let chosen): chosen == partnership
    }
  }

  /// Whether any of several partnerships is looked at.
  public func includes(anyOf partnerships: some Sequence<Reference<Partnership>>) -> Bool {
    partnerships.contains { includes($0) }
  }
}

/// A record of any kind, by kind and id.
public struct RecordID: Hashable, Sendable {
  /// The kind of the record.
  public let kind: RecordKind
  /// The id of the record.
  public let id: String

  /// Points to a record.
  public init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

extension Workspace {
  /// The partnerships a group belongs to.
  public func partnerships(of group: Reference<PartnershipGroup>) -> [Reference<Partnership>] {
    guard let group = groups[group] else { return [] }
    var found: [Reference<Partnership>] = []
    for parent in group.parents where !found.contains(parent.partnership) {
      found.append(parent.partnership)
    }
    return found
  }

  /// The groups of a scope: live ones on a day first, by partnership, joint ones last, then by form.
  ///
  /// A group that names no parent, because its file is faulty, is in every scope.
  public func groups(in scope: Scope, on day: CalendarDate) -> [PartnershipGroup] {
    let order = orderedPartnerships.map(\.id)
    let types = GroupType.allCases
    func rank(_ group: PartnershipGroup) -> (Int, Int, Int, String) {
      let first = group.parents.first.flatMap { order.firstIndex(of: $0.partnership.id) }
      return (
        group.isLive(on: day) ? 0 : 1, group.isJoint ? order.count : first ?? order.count + 1,
        types.firstIndex(of: group.type) ?? types.count, group.label
      )
    }
    let members = groups.all.filter {
      $0.parents.isEmpty || scope.includes(anyOf: $0.parents.map(\.partnership))
    }
    let ranks = members.map(rank)
    return members.indices.sorted { ranks[$0] < ranks[$1] }.map { members[$0] }
  }

  /// The group that a record belongs to, or that it is; nil where it belongs to none.
  package func group(of record: RecordID) -> PartnershipGroup? {
    if record.kind == PartnershipGroup.kind { return groups[record.id] }
    return groups[self.record(record)?.keepingGroup]
  }

  /// A group's meetings, earliest first.
  public func meetings(of group: Reference<PartnershipGroup>) -> [Meeting] {
    meetings.all.filter { $0.group == group }
      .sorted { ($0.date ?? ImpreciseDate(words: "")) < ($1.date ?? ImpreciseDate(words: "")) }
  }

  /// The last meeting held on or before a day.
  public func lastMeeting(of group: Reference<PartnershipGroup>, before day: CalendarDate)
    -> Meeting?
  {
    meetings(of: group).last { $0.wasHeld(by: day) }
  }

  /// The next meeting planned on or after a day.
  public func nextMeeting(of group: Reference<PartnershipGroup>, after day: CalendarDate)
    -> Meeting?
  {
    meetings(of: group).first { $0.isPlanned(from: day) }
  }

  /// A group's actions in the order of its file.
  public func actions(of group: Reference<PartnershipGroup>) -> [ActionItem] {
    actions.all.filter { $0.group == group }
  }

  /// The actions that a review asked for.
  public func actions(from review: Reference<Review>) -> [ActionItem] {
    actions.all.filter { $0.review == review }
  }
}
