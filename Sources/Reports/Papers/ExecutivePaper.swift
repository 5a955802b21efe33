package import Papers
package import Safeguarding

/// One side for the executive: who chairs, what is late and whose, what comes, what has to be asked and decided.
package struct ExecutivePaper {
  private let workspace: Workspace
  private let partnership: Partnership
  private let day: CalendarDate
  private let owed: [Deadline]
  private let scope: Scope

  /// The page of a partnership on a day; its figures are those that may leave.
  package init(_ workspace: Workspace, of partnership: Partnership, on day: CalendarDate) {
    let shown = workspace.withoutSmallNumbers
    let reference = Reference<Partnership>(partnership.id)
    self.workspace = shown
    self.partnership = partnership
    self.day = day
    scope = .one(reference)
    let all = shown.deadlines(on: day)
    let published = shown.published.map { $0.deadlines(on: day) }
    owed = (published.map { all.marked(against: $0) } ?? all).filter {
      $0.partnerships.contains(reference)
    }
  }

  /// The page.
  package func paper(label: String) -> WrittenPaper {
    var paper = WrittenPaper(
      title: "\(partnership.name): page for the executive", subject: "Executive page", label: label,
      day: day.iso)
    paper.hasContents = false
    paper.opening = [.facts([PaperFact("As at", PaperText(day.long))] + chairs)]
    paper.sections = [
      overdue, soon, questions, reviews, meetings, decisions,
    ]
    return paper
  }

  /// The most rows of a table, as all of it is one side.
  private static let most = 6

  /// How many are not shown, in words.
  private static func more(_ count: Int, _ noun: String) -> String {
    count > most ? "; \(counted(count - most, "more \(noun)")) not shown" : ""
  }

  private var chairs: [PaperFact] {
    guard let reference = workspace.executive(of: partnership, on: day),
      let group = workspace.groups[reference],
      let rotation = workspace.rotation(of: group, aheadOf: day)
    else { return [PaperFact("Chair", "not recorded")] }
    func name(_ holding: Holding) -> String {
      let person = holding.person.map { workspace.names(Person.kind, $0.id) }
      let agency = holding.stretch?.agency.map { workspace.agencies[$0]?.label ?? $0.id }
      let who = [person, agency].compactMap(\.self).joined(separator: ", ")
      return who.isEmpty ? holding.absenceWords ?? "not named" : who
    }
    let now = rotation.holding(on: day)
    var facts = [
      PaperFact(
        "Chair now",
        PaperText([name(now), now.durationWords].filter { !$0.isEmpty }.joined(separator: ", ")))
    ]
    if let next = rotation.next(after: day) {
      facts.append(
        PaperFact(
          "Chair next",
          PaperText(
            "\(next.isTaken ? name(Holding(next)) : next.status.title), from \(next.beginning)")))
    }
    return facts
  }

  private func isMadeUp(_ deadlines: [Deadline]) -> Bool {
    deadlines.contains(where: \.isIllustrative)
  }

  private var overdue: PaperSection {
    let late = owed.filter { $0.status == .overdue }
    if late.isEmpty { return PaperSection("Overdue", [.paragraph("Nothing is overdue.")]) }
    var order: [String] = []
    var byOwner: [String: [Deadline]] = [:]
    for one in late {
      let who = one.owners.short(in: workspace)
      let name = who.isEmpty ? "nobody named" : who
      if byOwner[name] == nil { order.append(name) }
      byOwner[name, default: []].append(one)
    }
    let sorted = order.sorted { (byOwner[$0]?.count ?? 0) > (byOwner[$1]?.count ?? 0) }
    let rows = sorted.prefix(Self.most).map { name -> [PaperText] in
      let own = byOwner[name] ?? []
      let oldest = own.min { ($0.due?.last ?? .last) < ($1.due?.last ?? .last) }
      return [
        PaperText(name), PaperText(String(own.count), isMadeUp: isMadeUp(own)),
        PaperText(oldest.map { $0.title.asTitle } ?? "", isMadeUp: oldest?.isIllustrative ?? false),
        PaperText(oldest?.distanceWords(on: day) ?? ""),
      ]
    }
    return PaperSection(
      "Overdue",
      [
        .table(
          PaperTable(
            "Overdue: \(late.count), by who owes most\(Self.more(sorted.count, "owner"))",
            heads: ["Who", "How many", "The oldest", "How late"],
            rows: rows, numbers: [1]))
      ])
  }

  private var soon: PaperSection {
    let due = owed.filter { one in
      guard one.status.isOpen, one.status != .overdue, let last = one.due?.last else {
        return false
      }
      return day <= last && last <= day.adding(days: 30)
    }
    if due.isEmpty { return PaperSection("Due in 30 days", [.paragraph("Nothing falls due.")]) }
    let rows = due.sorted { ($0.due?.last ?? .last) < ($1.due?.last ?? .last) }.prefix(Self.most)
      .map { one in
        [
          PaperText(one.title.asTitle, isMadeUp: one.isIllustrative),
          PaperText(one.due?.short ?? ""),
          PaperText(one.owners.short(in: workspace)),
        ]
      }
    return PaperSection(
      "Due in 30 days",
      [
        .table(
          PaperTable(
            "What falls due by \(day.adding(days: 30).short): \(due.count)\(Self.more(due.count, "thing"))",
            heads: ["What", "When", "Who"],
            rows: rows))
      ])
  }

  private var questions: PaperSection {
    let published = Set((workspace.published ?? workspace).warnings(on: day, in: scope))
    let tripped = workspace.trippedWarnings(
      on: day, of: workspace.indicators.all.filter { $0.partnership.id == partnership.id }
    ).filter { !$0.isAcknowledged }.map { "\($0.indicator.label): \($0.because)" }
    let looks = workspace.warnings(on: day, in: scope).map { one in
      PaperText("\(one.text) (\(one.detail))", isMadeUp: !published.contains(one))
    }
    let all = tripped.map { PaperText($0) } + looks
    return PaperSection("Questions to ask", all.isEmpty ? [.paragraph("None.")] : [.list(all)])
  }

  private var reviews: PaperSection {
    let own = workspace.reviews.all.filter { review in
      !review.isOver
        && (review.origin?.id == partnership.id || review.currentOwner?.id == partnership.id)
    }
    if own.isEmpty { return PaperSection("Reviews", [.paragraph("No review is under way.")]) }
    let rows = own.map { review -> [PaperText] in
      let clock = owed.first { $0.record == RecordID(Review.kind, review.id) && $0.status.isOpen }
      return [
        PaperText(review.title, isMadeUp: review.illustrative), PaperText(review.type.abbreviation),
        PaperText(review.stage.title), PaperText(clock.map { $0.title.asTitle } ?? ""),
        PaperText(clock?.due?.short ?? ""), PaperText(clock?.distanceWords(on: day) ?? ""),
      ]
    }
    return PaperSection(
      "Reviews",
      [
        .table(
          PaperTable(
            "Reviews under way",
            heads: ["Review", "Kind", "How it stands", "Next", "Due", "How far off"], rows: rows))
      ])
  }

  private var meetings: PaperSection {
    guard let group = workspace.executive(of: partnership, on: day) else {
      return PaperSection("Meetings", [.paragraph("No executive is recorded.")])
    }
    let last = workspace.lastMeeting(of: group, before: day)
    let next = workspace.nextMeeting(of: group, after: day)
    func fact(_ name: String, _ meeting: Meeting?, _ more: String) -> PaperFact {
      PaperFact(
        name,
        PaperText(
          (meeting?.date?.long ?? "not recorded") + more, isMadeUp: meeting?.illustrative ?? false))
    }
    let papers =
      next.map { ", \($0.papers.received) of \(counted($0.papers.all, "paper")) in" } ?? ""
    return PaperSection(
      "Meetings", [.facts([fact("Last meeting", last, ""), fact("Next meeting", next, papers)])])
  }

  private var decisions: PaperSection {
    let next = workspace.executive(of: partnership, on: day).flatMap {
      workspace.nextMeeting(of: $0, after: day)
    }
    let items = (next?.agenda ?? []).filter { $0.purpose == .decision }
    return PaperSection(
      "Decisions that are wanted",
      items.isEmpty
        ? [.paragraph("The agenda of the next meeting asks for none.")]
        : [.list(items.map { PaperText($0.numberedTitle, isMadeUp: next?.illustrative ?? false) })])
  }
}
