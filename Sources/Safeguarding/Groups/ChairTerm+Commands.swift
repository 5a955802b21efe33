extension ChairTerm {
  /// What people do with terms in a chair beside filling them in.
  public static var commands: [RecordCommand<ChairTerm>] {
    [
      RecordCommand(
        "swap-terms", "Swap a chair term with the next", keys: ["X"], hint: "swap",
        hintedAmong: kind, on: .expected,
        missing:
          "Select a term in the chair first: pane ‹go-executive›, then ‹next-panel› goes to the terms.",
        changes: { term, context in
          term.turns(context).map { [$0.first, $0.second].map { term.place(of: $0, context) } }
            ?? []
        },
        reason: { term, context in
          guard let (first, second) = term.turns(context) else {
            return "No term follows this one, so there is nothing to swap it with."
          }
          if !first.isAlone || !second.isAlone {
            return
              "This term or the next is shared: only terms of one each are swapped. Press ‹edit› to change who shares it."
          }
          if !first.isTaken {
            return "Nobody has the chair then: press ‹edit› to record who takes it."
          }
          if first.status == .held || first.status == .printed {
            return
              "This term was held. Only terms to come are swapped; press ‹edit› to correct this one."
          }
          return nil
        }
      ) { terms, context in
        guard let term = terms.first, let (first, second) = term.turns(context) else { return nil }
        return .prepared(
          swapForm,
          [
            term.swapped(first, withChairOf: second, context),
            term.swapped(second, withChairOf: first, context),
          ], title: "Swap chair terms: \(first.name(context)) and \(second.name(context))")
      }
    ]
  }

  /// The forms of a few fields of a term.
  public static var forms: [RecordForm] { [swapForm] }

  /// Why two terms in the chair are swapped.
  private static let swapForm = RecordForm(
    "swap", "chair terms", [.needed("reason")], wayBack: "‹swap-terms› on the same row",
    several: "Select the same term and press ‹swap-terms›")

  /// A new term in the chair of a group; with what the pattern says of it, where it does.
  public init(of group: Reference<PartnershipGroup>, as stretch: RotationStretch? = nil) {
    self.init()
    self.group = group
    if let stretch {
      agency = stretch.agency
      (from, to) = (stretch.from, stretch.to)
    }
  }

  /// The turn that it tells of and the one that follows it; nil where there are no such two.
  private func turns(_ context: RecordContext) -> (first: RotationStretch, second: RotationStretch)?
  {
    guard let group = context.workspace.groups[group],
      let turns = context.workspace.rotation(of: group, aheadOf: context.day)?.stretches,
      let index = turns.firstIndex(where: { tells(of: $0) }),
      let next = turns[(index + 1)...].first(where: { $0.isTaken && !$0.goesOn })
    else { return nil }
    return (turns[index], next)
  }

  /// Whether it is the record of a turn; without an id, whether it is what the pattern says of one.
  private func tells(of turn: RotationStretch) -> Bool {
    if !id.isEmpty { return turn.each.contains { $0.term?.id == id } }
    return turn.term == nil && self == ChairTerm(of: group, as: turn)
  }

  /// Where a turn of the same chair is recorded, or would be.
  private func place(of turn: RotationStretch, _ context: RecordContext) -> RecordPlace {
    context.workspace.chairTerms[turn.term].map { RecordPlace($0.link) }
      ?? RecordPlace(adding: ChairTerm(of: group))
  }

  /// A turn of the same chair with who has the chair in another one.
  ///
  /// A turn that only the pattern gives is recorded with it.
  private func swapped(
    _ turn: RotationStretch, withChairOf other: RotationStretch, _ context: RecordContext
  ) -> PreparedRecord {
    var term = context.workspace.chairTerms[turn.term] ?? ChairTerm(of: group, as: turn)
    (term.agency, term.person, term.title) = (other.agency, other.person, other.title)
    term.status = .planned
    return PreparedRecord(place(of: turn, context), term.stored)
  }
}

extension RotationStretch {
  /// Who has the chair, and from when.
  fileprivate func name(_ context: RecordContext) -> String {
    let chair =
      agency.map { context.workspace.agencies[$0]?.label ?? $0.id }
      ?? person.map { context.names(Person.kind, $0.id) } ?? title
    return "\(chair.isEmpty ? "not named" : chair) from \(from?.known ?? first.short)"
  }
}
