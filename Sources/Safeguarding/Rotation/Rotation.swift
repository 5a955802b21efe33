/// Who has a chair that passes on, in the past and as far ahead as is asked.
public struct Rotation: Sendable {
  /// The group whose chair it is.
  public let group: PartnershipGroup
  /// The stretches, earliest first, without overlaps or gaps left unsaid.
  public let stretches: [RotationStretch]

  /// Lays out the recorded terms and goes on by the pattern until a day.
  ///
  /// A pattern is a row of slots of equal length, each an agency's turn. A recorded term stands as
  /// recorded; one that was to begin before the recorded end of the one before begins after it, and
  /// is moved along where that term moves what follows. Where a term moves it, the next slot begins
  /// when it ends and the turns go on from its agency; otherwise dates and turns stay. Of the days
  /// between recorded terms whole slots go by the pattern, and the rest is vacant. Nothing is
  /// projected after the group's end, or after the year 9999.
  public init(group: PartnershipGroup, terms: [ChairTerm], until end: CalendarDate) {
    self.group = group
    let own = terms.filter { $0.group.id == group.id }
    stretches = RotationLayout(group, terms: own, until: end).stretches
  }

  /// The stretch that a day falls into.
  public func stretch(on day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.contains(day) }
  }

  /// The first stretch that begins after a day.
  public func next(after day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.first > day }
  }

  /// The stretch into which the chair passes next after a day.
  ///
  /// A vacancy hands nothing over, and neither does a term that the same person goes on with.
  public func handover(after day: CalendarDate) -> RotationStretch? {
    var before = stretches.last { $0.first <= day && !$0.isVacant }
    for stretch in stretches where stretch.first > day && !stretch.isVacant {
      let isSame =
        before?.agency == stretch.agency && stretch.person != nil
        && before?.person == stretch.person
      if !isSame { return stretch }
      before = stretch
    }
    return nil
  }
}

extension Workspace {
  /// The next recorded term of the same chair into which a term lasts; nil where there is none.
  public func term(overlappedBy earlier: ChairTerm) -> ChairTerm? {
    chairTerms.group(earlier.group.id).filter { $0.id != earlier.id && earlier.lasts(into: $0) }
      .min { left, right in
        (left.from?.first).flatMap { first in right.from?.first.map { first < $0 } } ?? false
      }
  }

  /// The rotation of a group's chair, far enough ahead of a day to see the next terms.
  package func rotation(of group: PartnershipGroup, aheadOf day: CalendarDate) -> Rotation? {
    rotation(of: group, until: day.adding(months: 30))
  }

  /// The rotation of a group's chair until a day, or nil for a chair that does not rotate and for
  /// which no terms are recorded.
  public func rotation(of group: PartnershipGroup, until end: CalendarDate) -> Rotation? {
    let terms = chairTerms.group(group.id)
    guard group.rotatesChair || !terms.isEmpty else { return nil }
    return Rotation(group: group, terms: terms, until: end)
  }
}
