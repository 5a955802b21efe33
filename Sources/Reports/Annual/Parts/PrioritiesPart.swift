import Papers
import Safeguarding

extension AnnualPart {
  /// The priorities of the plan: activity apart from impact, and where there is little or no progress.
  static let priorities = AnnualPart("priorities") { account in
    guard let plan = account.plan else {
      return AnnualContent(
        "The priorities",
        [
          .gap(
            PaperGap(
              .missing, "The plan of the year with its priorities.",
              who: "Delegated safeguarding partners"))
        ])
    }
    var (parts, impact, progress): ([PaperSection], [PaperSection], [PaperSection]) = ([], [], [])
    for priority in plan.priorities {
      let own = account.sections(of: priority, in: plan)
      impact.append(own.impact)
      progress.append(own.progress)
      let aims: [PaperBlock] =
        priority.wants.isEmpty
        ? []
        : [
          .paragraph("What it is to reach:"),
          .list(priority.wants.map { account.text($0, priority.source) }),
        ]
      parts.append(
        PaperSection(
          "Priority \(priority.number): \(priority.title)", aims,
          parts: [own.activity, own.impact, own.progress, own.next].compactMap(\.self)))
    }
    return AnnualContent(
      PaperSection(
        "The priorities",
        [.paragraph(account.text("They are those of the \(plan.title).", plan.source))],
        parts: parts),
      aspects: ["impact": impact, "progress": progress])
  }
}

extension AnnualAccount {
  /// What is said of a priority, each apart from the others.
  fileprivate func sections(
    of priority: Priority, in plan: Plan
  ) -> (activity: PaperSection, impact: PaperSection, progress: PaperSection, next: PaperSection?) {
    let own = actions.filter { $0.plan?.id == plan.id && $0.priority == priority.number }
    let who = "Group that leads on \(priority.title)"
    return (
      activity(of: priority, own, who), impact(of: own, who), progress(of: own, who),
      next(own)
    )
  }

  private func activity(of priority: Priority, _ own: [ActionItem], _ who: String) -> PaperSection {
    var blocks: [PaperBlock] =
      priority.hows.isEmpty
      ? []
      : [
        .paragraph("How it was worked on:"), .list(priority.hows.map { text($0, priority.source) }),
      ]
    let done = own.filter { $0.status == .done && (isInYear($0.doneOn) || $0.doneOn == nil) }
    if !done.isEmpty {
      blocks += [.paragraph("Done in the year:"), .list(done.map { text($0.title, $0.source) })]
    }
    let figures = figures(of: priority)
    blocks += self.blocks("Activity in the year: \(priority.title)", figures.filter(\.isOfYear))
    blocks += self.blocks(
      "Background figures: \(priority.title)", figures.filter { !$0.isOfYear }, head: "Latest")
    if blocks.isEmpty {
      blocks = [.gap(PaperGap(.missing, "What was done in the year, with figures.", who: who))]
    }
    return PaperSection("Activity", blocks)
  }

  private func impact(of own: [ActionItem], _ who: String) -> PaperSection {
    let shown = own.filter { !$0.impact.isEmpty }
    return PaperSection(
      "Impact",
      shown.isEmpty
        ? [
          .gap(
            PaperGap(
              .missing,
              "What changed for children and families, and what shows it. Activity shows no impact.",
              who: who))
        ]
        : [
          .table(
            PaperTable(
              "What changed, and what shows it",
              heads: ["What was done", "What shows that it changed something"],
              rows: shown.map {
                [text($0.title, $0.source), PaperText($0.impact.joined(separator: "\n"))]
              }))
        ])
  }

  private func progress(of own: [ActionItem], _ who: String) -> PaperSection {
    let stuck = own.filter {
      $0.origin != .nextStep && ($0.isOverdue(on: day) || $0.status == .unknown)
    }
    return PaperSection(
      "Little or no progress",
      stuck.isEmpty
        ? [
          .gap(
            PaperGap(
              .toWrite,
              "Where there is little or no evidence of progress; no record says that there is none.",
              who: who))
        ]
        : [
          .table(
            PaperTable(
              "What does not go on", heads: ["What", "Who", "First due", "How it stands"],
              rows: stuck.map {
                [
                  text($0.title, $0.source), PaperText(words($0.owners)),
                  PaperText($0.due?.known ?? "no date"), PaperText($0.status.title),
                ]
              }))
        ])
  }

  private func next(_ own: [ActionItem]) -> PaperSection? {
    let steps = own.filter { $0.origin == .nextStep && $0.isOpen }
    return steps.isEmpty
      ? nil : PaperSection("Next", [.list(steps.map { text($0.title, $0.source) })])
  }
}
