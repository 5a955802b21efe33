extension WarningRule {
  static let chairNotRecorded = WarningRule(
    id: "chair-not-recorded",
    summary: "A chair that passes on is vacant, or nobody is named or recorded for it."
  ) { workspace, day in
    workspace.groups.all.filter { $0.isLive(on: day) }.compactMap { group in
      guard let rotation = workspace.rotation(of: group, until: day.adding(months: 12)) else {
        return nil
      }
      func warning(_ text: String, _ detail: String) -> Warning {
        Warning(
          text: "\(group.label): \(text)", detail: detail,
          record: RecordID(PartnershipGroup.kind, group.id),
          partnerships: workspace.partnerships(of: Reference(group.id)))
      }
      guard let now = rotation.stretch(on: day) else {
        guard let last = rotation.stretches.last?.last, last < day else { return nil }
        return warning("no term recorded for the chair", "since \(last.adding(days: 1).short)")
      }
      if now.isVacant {
        let past = day.dayNumber - now.first.dayNumber + 1
        return warning("the chair is vacant", past == 1 ? "1 day" : "\(past) days")
      }
      guard now.person == nil else { return nil }
      return warning("no name recorded for the chair", "since \(now.first.short)")
    }
  }

  static let rotationUnclear = WarningRule(
    id: "rotation-unclear", summary: "A rotation is recorded so that no turns follow from it."
  ) { workspace, day in
    workspace.groups.all.filter { $0.isLive(on: day) }.compactMap { group in
      guard let pattern = group.rotation, !pattern.order.isEmpty,
        let (text, detail) = doubt(about: pattern, in: workspace)
      else { return nil }
      return Warning(
        text: "\(group.label): \(text)", detail: detail,
        record: RecordID(PartnershipGroup.kind, group.id),
        partnerships: workspace.partnerships(of: Reference(group.id)))
    }
  }

  static let chairTermsOverlap = WarningRule(
    id: "chair-terms-overlap", summary: "A term in the chair lasts into the next one."
  ) { workspace, day in
    workspace.chairTerms.all.compactMap { term in
      guard !term.shiftsFollowing, let end = term.to?.last, day <= end,
        let next = workspace.term(overlappedBy: term)?.from?.short,
        let group = workspace.groups[term.group], group.isLive(on: day)
      else { return nil }
      return Warning(
        text: "\(group.label): the term from \(term.from?.short ?? "") lasts into the next",
        detail: "to \(end.short), next from \(next)", record: RecordID(ChairTerm.kind, term.id),
        partnerships: workspace.partnerships(of: Reference(group.id)))
    }
  }

  private static func doubt(
    about pattern: RotationPattern, in workspace: Workspace
  ) -> (text: String, detail: String)? {
    if !RotationSlots.lengths.contains(pattern.termMonths) {
      return ("a term must last 1 to 600 months", "termMonths is \(pattern.termMonths)")
    }
    let other = pattern.eligible.first { !pattern.order.contains($0) }
    return other.map { agency in
      let name = workspace.agencies[agency]?.label ?? agency.id
      return ("may take the chair, but has no place in the order", name)
    }
  }
}
