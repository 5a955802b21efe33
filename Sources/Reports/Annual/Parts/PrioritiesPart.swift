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
    var smooth: [String] = []
    for priority in plan.priorities {
      let own = account.sections(of: priority, in: plan)
      impact.append(own.impact)
      if let stuck = own.progress { progress.append(stuck) } else { smooth.append(priority.title) }
      parts.append(
        PaperSection(
          "Priority \(priority.number): \(priority.title)", account.aims(of: priority),
          parts: [own.activity, own.impact, own.progress, own.next].compactMap(\.self)))
    }
    let others = account.otherCommitments(smooth)
    progress.append(others)
    return AnnualContent(
      PaperSection(
        "The priorities",
        [.paragraph(account.text("They are those of the \(plan.title).", plan.source))],
        parts: parts + [others]),
      aspects: ["impact": impact, "progress": progress])
  }
}

extension AnnualAccount {
  /// What a priority is to reach.
  fileprivate func aims(of priority: Priority) -> [PaperBlock] {
    let aims = priority.wants + [priority.outcome, priority.success].filter { !$0.isEmpty }
    return aims.isEmpty
      ? []
      : [
        .paragraph("What it is to reach:"), .list(aims.map { text($0, priority.source) }),
      ]
  }

  /// What is said of a priority, each apart from the others.
  fileprivate func sections(
    of priority: Priority, in plan: Plan
  ) -> (
    activity: PaperSection, impact: PaperSection, progress: PaperSection?, next: PaperSection?
  ) {
    let own = actions.filter { $0.plan?.id == plan.id && $0.priority == priority.number }
    let who = "Group that leads on \(priority.title)"
    return (
      activity(of: priority, own, who), impact(of: priority, who), progress(of: priority, own),
      next(own)
    )
  }

  /// The programmes of a priority.
  private func programmes(of priority: Priority) -> [Programme] {
    programmes.filter { $0.plan?.id == plan?.id && $0.priority == priority.number }
  }

  private func activity(of priority: Priority, _ own: [ActionItem], _ who: String) -> PaperSection {
    var blocks: [PaperBlock] =
      priority.done.isEmpty ? [] : [.paragraph(text(priority.done, priority.source))]
    if !priority.hows.isEmpty {
      blocks += [
        .paragraph("How it was worked on:"), .list(priority.hows.map { text($0, priority.source) }),
      ]
    }
    let done = own.filter { $0.status == .done && (isInYear($0.doneOn) || $0.doneOn == nil) }
    if !done.isEmpty {
      blocks += [.paragraph("Done in the year:"), .list(done.map { text($0.title, $0.source) })]
    }
    blocks += steps(of: programmes(of: priority), priority)
    let figures = figures(of: priority)
    blocks += self.blocks("Activity in the year: \(priority.title)", figures.filter(\.isOfYear))
    blocks += self.blocks(
      "Background figures: \(priority.title)", figures.filter { !$0.isOfYear }, head: "Latest")
    if blocks.isEmpty {
      blocks = [.gap(PaperGap(.missing, "What was done in the year, with figures.", who: who))]
    }
    return PaperSection("Activity", blocks)
  }

  /// The programmes that served a priority, with the steps that they took in the year.
  private func steps(of programmes: [Programme], _ priority: Priority) -> [PaperBlock] {
    let rows = programmes.map { programme in
      let steps = programme.milestones.filter { isInYear($0.date) || isCountedAfter($0.date) }.map {
        step -> String in
        let when = step.date.map { "\($0.known)" } ?? ""
        return when == yearName || when.isEmpty ? step.title : "\(step.title) (\(when))"
      }
      return [
        text(programme.title, programme.source), PaperText(programme.aims.joined(separator: "\n")),
        PaperText(steps.isEmpty ? "none recorded" : steps.joined(separator: "\n")),
      ]
    }
    return rows.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "Programmes: \(priority.title)",
            heads: ["Programme", "What it aims at", "Steps in the year"], rows: rows))
      ]
  }

  private func impact(of priority: Priority, _ who: String) -> PaperSection {
    let changes = shownChanges(of: priority.number)
    var blocks: [PaperBlock] =
      priority.impact.isEmpty ? [] : [.paragraph(text(priority.impact, priority.source))]
    blocks += self.blocks("What changed, and what shows it: \(priority.title)", changes)
    if blocks.isEmpty {
      blocks.append(
        .gap(
          PaperGap(
            .missing,
            "What changed for children and families, and what shows it. Activity shows no impact.",
            who: who)))
    } else if !changes.contains(where: \.isHeard) {
      blocks.append(
        .gap(PaperGap(.toWrite, "What children and families themselves say of it.", who: who)))
    }
    return PaperSection("Impact", blocks)
  }

  /// What of a priority does not go on, or shows no effect yet; nil where nothing is recorded so.
  private func progress(of priority: Priority, _ own: [ActionItem]) -> PaperSection? {
    let stuck = own.filter {
      $0.origin != .nextStep && ($0.isOverdue(on: day) || $0.status == .unknown)
    }.map {
      [
        text($0.title, $0.source), PaperText(words($0.owners)),
        PaperText(
          $0.status.title + ($0.due.map { ", first due \($0.known)" } ?? ", no day is recorded")),
      ]
    }
    let silent = programmes(of: priority).filter(\.impact.isEmpty).map { programme in
      [
        text(programme.title, programme.source),
        PaperText(
          programme.group.map { workspace.names(PartnershipGroup.kind, $0.id) }
            ?? programme.agencies.map { agency($0) }.joined(separator: "; ")),
        PaperText("runs; no effect is shown yet"),
      ]
    }
    let measured = Set(figures(of: priority).map(\.indicator.id))
    let asked = challengesOfYear.filter { one in
      one.whatChanged.isEmpty && one.indicator.map { measured.contains($0.id) } ?? false
    }.map { one in
      [
        text(one.question, one.source),
        PaperText(one.owners.isEmpty ? "nobody is recorded" : words(one.owners)),
        PaperText("asked because of the figures; no change is recorded"),
      ]
    }
    let rows = stuck + silent + asked
    return rows.isEmpty
      ? nil
      : PaperSection(
        "Little or no progress",
        [
          .table(
            PaperTable(
              "What does not go on, or shows no effect: \(priority.title)",
              heads: ["What", "Who", "How it stands"], rows: rows))
        ])
  }

  private func next(_ own: [ActionItem]) -> PaperSection? {
    let steps = own.filter { $0.origin == .nextStep && $0.isOpen }
    return steps.isEmpty
      ? nil : PaperSection("Next", [.list(steps.map { text($0.title, $0.source) })])
  }

  /// What was promised outside the priorities and does not go on, and the priorities of which nobody says that.
  fileprivate func otherCommitments(_ smooth: [String]) -> PaperSection {
    let numbers = Set(plan?.priorities.map(\.number) ?? [])
    let all = stuck.filter { $0.origin != .recommendation && !numbers.contains($0.priority) }
    var blocks: [PaperBlock] =
      all.isEmpty
      ? []
      : [
        .table(
          PaperTable(
            "Commitments outside the priorities that are late or that nobody has reported on",
            heads: ["What", "Who", "First due", "How it stands"],
            rows: all.map {
              [
                text($0.title, $0.source), PaperText(words($0.owners)),
                PaperText($0.due?.known ?? "no date"), PaperText($0.status.title),
              ]
            }))
      ]
    if !smooth.isEmpty {
      blocks.append(
        .gap(
          PaperGap(
            .toWrite,
            "Where there is little or no evidence of progress under \(listed(smooth)); no record says that there is none.",
            who: "Groups that lead a priority")))
    }
    if blocks.isEmpty { blocks = [.paragraph("Nothing else is late.")] }
    return PaperSection("What else does not go on", blocks)
  }
}
