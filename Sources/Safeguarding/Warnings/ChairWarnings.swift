extension WarningRule {
  static let chairNotRecorded = WarningRule(
    id: "chair-not-recorded",
    summary: "A chair that passes on is vacant, or nobody is named or recorded for it."
  ) { workspace, day in
    workspace.groups.all.filter { $0.isLive(on: day) }.compactMap { group in
      guard group.rotatesChair || !workspace.chairTerms.group(group.id).isEmpty,
        let rotation = workspace.rotation(of: group, aheadOf: day)
      else { return nil }
      func warning(_ text: String, _ detail: String) -> Warning {
        Warning(
          text: "\(group.label): \(text)", detail: detail,
          record: RecordID(PartnershipGroup.kind, group.id),
          partnerships: workspace.partnerships(of: Reference(group.id)))
      }
      let now = rotation.holding(on: day)
      switch now.state {
      case .vacant:
        let since = now.stretch?.from?.known ?? "an unknown day"
        guard let first = now.stretch?.exactStart else {
          return warning("the chair is vacant", "since \(since)")
        }
        let past = day.dayNumber - first.dayNumber + 1
        return warning("the chair is vacant", "for \(counted(past, "day"))")
      case .ended:
        return warning("nothing recorded for the chair", now.durationWords)
      case .notRecorded:
        let isBetween = rotation.stretches.contains { $0.first <= day && $0.isTaken }
        return isBetween ? warning("nothing recorded for the chair", "on \(day.short)") : nil
      case .closed: return nil
      case .held, .printed, .planned, .projected:
        let unnamed = now.stretch?.each.count { $0.person == nil } ?? 0
        if unnamed == 0 { return nil }
        let isShared = !(now.stretch?.isAlone ?? true)
        return warning(
          "no name recorded for \(isShared ? "all who share the chair" : "the chair")",
          now.sinceWords)
      }
    }
  }

  static let rotationUnclear = WarningRule(
    id: "rotation-unclear", summary: "A rotation is recorded so that no turns follow from it."
  ) { workspace, day in
    workspace.groups.all.filter { $0.isLive(on: day) }.compactMap { group in
      let doubts =
        group.rotations.filter { !$0.order.isEmpty }
        .compactMap { doubt(about: $0, in: workspace) }
        + [doubt(aboutVersionsOf: group)]
        .compactMap(\.self)
      guard let (text, detail) = doubts.first else { return nil }
      return Warning(
        text: "\(group.label): \(text)", detail: detail,
        record: RecordID(PartnershipGroup.kind, group.id),
        partnerships: workspace.partnerships(of: Reference(group.id)))
    }
  }

  static let chairTermsOverlap = WarningRule(
    id: "chair-terms-overlap", summary: "A term in the chair lasts into the next one."
  ) { workspace, day in
    let orders = Dictionary(grouping: workspace.chairTerms.all, by: \.group.id)
      .mapValues(ChairTermOrder.init)
    return workspace.chairTerms.all.compactMap { term in
      guard !term.shiftsFollowing, let end = term.to?.last, day <= end,
        let next = orders[term.group.id]?.term(overlappedBy: term)?.from?.known,
        let group = workspace.groups[term.group], group.isLive(on: day)
      else { return nil }
      return Warning(
        text: "\(group.label): the term from \(term.from?.known ?? "") lasts into the next",
        detail: "to \(end.short), next from \(next)", record: RecordID(ChairTerm.kind, term.id),
        partnerships: workspace.partnerships(of: Reference(group.id)))
    }
  }

  private static func doubt(
    aboutVersionsOf group: PartnershipGroup
  ) -> (text: String, detail: String)? {
    let count = (group.otherRotations + (group.rotation.map { [$0] } ?? []))
      .count { $0.start == nil }
    if count < 2 { return nil }
    return ("only one of its rotations can do without a start", "\(count) have none")
  }

  private static func doubt(
    about pattern: RotationPattern, in workspace: Workspace
  ) -> (text: String, detail: String)? {
    if let months = pattern.termMonths, !RotationSlots.lengths.contains(months) {
      return ("a term must last 1 to 600 months", "termMonths is \(months)")
    }
    if pattern.order.count > RotationSlots.mostTurns {
      return (
        "only the first \(RotationSlots.mostTurns) of its turns count",
        "the order has \(pattern.order.count)"
      )
    }
    let other = pattern.eligible.first { !pattern.order.contains($0) }
    return other.map { agency in
      let name = workspace.agencies[agency]?.label ?? agency.id
      return ("may take the chair, but has no place in the order", name)
    }
  }
}

/// The terms of one chair by the days on which they begin, to find overlaps among very many of them.
private struct ChairTermOrder {
  private let terms: [(term: ChairTerm, first: CalendarDate)]

  /// So many later terms are looked at; others may begin on any day of a long stretch.
  private static let looks = 1_000

  init(_ terms: [ChairTerm]) {
    let dated = terms.compactMap { term in term.from?.first.map { (term: term, first: $0) } }
    self.terms = dated.enumerated().sorted { left, right in
      (left.element.first, left.offset) < (right.element.first, right.offset)
    }.map(\.element)
  }

  /// The next term into which another one lasts.
  func term(overlappedBy earlier: ChairTerm) -> ChairTerm? {
    guard let own = earlier.from?.first, let end = earlier.to?.first else { return nil }
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].first <= own { low = middle + 1 } else { high = middle }
    }
    for (term, first) in terms[low...].prefix(Self.looks) {
      if first >= end { return nil }
      if term.id != earlier.id, earlier.lasts(into: term) { return term }
    }
    return nil
  }
}
