/// Who has a chair that passes on, in the past and as far ahead as is asked.
public struct Rotation: Sendable {
  /// The group whose chair it is.
  public let group: PartnershipGroup
  /// The stretches, earliest first, without overlaps or gaps left unsaid.
  public let stretches: [RotationStretch]

  /// Who is recorded without a date by which it could be laid out.
  public let undated: [RotationStretch]

  /// Whether what is recorded of it is closed to the reader, so that nothing can be said of it.
  public let isClosed: Bool

  /// Lays out what is recorded of a chair and goes on by the pattern until a day.
  ///
  /// A pattern is a row of slots of equal length, each an agency's turn. A recorded term stands as
  /// recorded; on days for which two are recorded as held they share it. What is planned to begin before the
  /// recorded end of the one before begins after it; so does all that a longer term moves along. Where a term moves it, the next slot begins
  /// when it ends and the turns go on from its agency; otherwise dates and turns stay. Of the days
  /// before and between recorded terms whole slots go by the pattern, and of the rest it is said that nothing
  /// is recorded. Who is recorded in the office of the chair, or that it is vacant, stands where no
  /// term does. Nothing is laid out after the group's end, or after the year 9999.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - terms: The terms that are recorded.
  ///   - beginning: The day from which turns are told that nobody recorded; nil for all of them, which are
  ///     very many where a pattern has held for centuries.
  ///   - end: The last day that is laid out.
  public init(
    group: PartnershipGroup, terms: [ChairTerm], turnsFrom beginning: CalendarDate? = nil,
    until end: CalendarDate
  ) {
    self.group = group
    isClosed = false
    let layout = ChairLayout(
      group, terms: terms.filter { $0.group.id == group.id }, turnsFrom: beginning, until: end)
    (stretches, undated) = (layout.stretches, layout.undated)
  }

  /// A chair of which the reader may not see what is recorded.
  init(closed group: PartnershipGroup) {
    (self.group, isClosed, stretches, undated) = (group, true, [], [])
  }

  /// Who has the chair on a day, and how that is known.
  public func holding(on day: CalendarDate) -> Holding {
    if isClosed { return .closed }
    let isOver = group.to?.last.map { $0 < day } ?? false
    if isOver { return Holding(on: day, in: stretches, undated: []) }
    return Holding(on: day, in: stretches, undated: undated)
  }

  /// Whose turn comes after whoever has the chair on a day, where only the order is known.
  public func successor(on day: CalendarDate) -> Reference<Agency>? {
    let holding = holding(on: day)
    guard let pattern = group.rotation(on: day), pattern.length == nil, next(after: day) == nil,
      holding.isTaken, let agency = holding.stretch?.agency,
      let place = pattern.order.firstIndex(of: agency)
    else { return nil }
    let turns = pattern.order[(place + 1)...] + pattern.order[..<place]
    return turns.first { pattern.eligible.isEmpty || pattern.eligible.contains($0) }
  }

  /// The stretch that a day falls into.
  public func stretch(on day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.contains(day) }
  }

  /// The first stretch that begins after a day; who goes on alone or with others begins nothing.
  public func next(after day: CalendarDate) -> RotationStretch? {
    stretches.first { $0.first > day && !$0.goesOn }
  }

  /// The stretch into which the chair passes next after a day.
  ///
  /// Days without a chair hand nothing over, and neither does a term that the same person goes on
  /// with, alone or with some of the others.
  public func handover(after day: CalendarDate) -> RotationStretch? {
    var before = stretches.last { $0.first <= day && $0.isTaken }
    for stretch in stretches where stretch.first > day && stretch.isTaken {
      let earlier = before?.each ?? []
      let isSame = stretch.each.allSatisfy { new in
        new.person != nil
          && earlier.contains { $0.agency == new.agency && $0.person == new.person }
      }
      if !isSame, !stretch.goesOn { return stretch }
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
    let longest = group.rotations.compactMap(\.length).max() ?? 0
    return rotation(of: group, until: day.adding(months: max(30, longest + 1)), around: day)
  }

  /// What is laid out of a group's chair until a day; nil for a group of which nothing says that it
  /// has a chair.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - end: The last day that is laid out.
  ///   - day: The day that is asked about: turns of the pattern that nobody recorded are told of the hundred
  ///     years before it.
  /// - Returns: What is laid out.
  public func rotation(
    of group: PartnershipGroup, until end: CalendarDate, around day: CalendarDate? = nil
  ) -> Rotation? {
    if termsAreClosed(of: group) { return Rotation(closed: group) }
    let terms = chairTerms.group(group.id)
    guard group.hasChair || !terms.isEmpty else { return nil }
    return Rotation(
      group: group, terms: terms, turnsFrom: (day ?? end).adding(months: -1_200), until: end)
  }

  /// Whether the file of a group's terms is closed to the reader.
  private func termsAreClosed(of group: PartnershipGroup) -> Bool {
    if access.closed.isEmpty { return false }
    var term = ChairTerm()
    term.group = Reference(group.id)
    return ownDocument(of: term).map { access.closedSentence(of: $0) != nil } ?? false
  }

  /// Who has the chair of a group on a day, and how that is known.
  public func chair(of group: PartnershipGroup, on day: CalendarDate) -> Holding {
    rotation(of: group, aheadOf: day)?.holding(on: day) ?? .notRecorded
  }
}
