import Safeguarding
import TerminalUI

extension GroupsPane {
  /// What each group looks at: what is late, what comes next, what has no date.
  static func workProgramme(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: WorkItem.self, .list, title: "What each group looks at",
      in: .bands(
        ["overdue", "planned", "done", "no date"], { $0.state($1) },
        latest: \.doneOn, next: { $0.isDone ? nil : $0.dueNext }), without: ["standing"])
    let records = context.recordContext
    let items = context.shown(WorkItem.self, in: list)
    let undated = items.count { $0.state(records) == "no date" }
    let groups = Set(items.map(\.group.id)).count
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [WorkItem.self], in: list,
        undated == 0
          ? []
          : [.fact("\(undated) of \(items.count) without a date", "in \(counted(groups, "group"))")]
      ),
      panels: [list, context.detail(of: list)])
  }

  /// How the groups say that they stand: what is owed first, then the periods, the latest first.
  static func reportsUp(_ context: PaneContext) -> PaneContent {
    let records = context.recordContext
    let list = context.register(
      of: GroupReport.self, .list, title: "What the groups report",
      in: .years({ $0.sentOn ?? $0.due }, ahead: { !$0.isSent(by: $1) }))
    let sent = context.shown(GroupReport.self, in: list).filter { $0.isSent(by: records) }
    // The last report of each group is how it stands.
    let latest = Dictionary(grouping: sent, by: \.group.id).values.compactMap { reports in
      reports.max { ($0.sentOn?.last ?? context.day) < ($1.sentOn?.last ?? context.day) }
    }
    let tones = latest.compactMap { $0.rating?.tone(in: context.workspace) }
    func groups(_ tone: RatingTone) -> [String] {
      latest.filter { $0.rating?.tone(in: context.workspace) == tone }
        .map { context.workspace.groups[$0.group]?.label ?? $0.group.id }.sorted()
    }
    let poor = groups(.poor)
    var blocks: [LedeBlock] = []
    if !poor.isEmpty {
      blocks.append(
        .fact(
          "\(poor.count) of \(latest.count) at the lowest rating", poor.joined(separator: ", "),
          .overdue))
    }
    if !latest.isEmpty {
      blocks.append(
        .fact(
          "\(tones.count { $0 == .good }) good, \(tones.count { $0 == .fair }) a concern",
          "as each group stands by its last report"))
    }
    return PaneContent(
      trail: [], lede: context.lede(of: [GroupReport.self], in: list, blocks),
      panels: [list, context.detail(of: list, title: "What it reports, and what it asks for")])
  }

  /// What is published and what is promised, with the clock of its review, and who agrees what.
  static func documents(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: PublishedDocument.self, .list, title: "Policies and publications",
      in: .bands(
        ["overdue", "review overdue", "promised", "not published", "published", "holds no more"],
        { $0.state($1) }, latest: \.publishedOn), without: ["standing"])
    let records = context.recordContext
    let all = context.shown(PublishedDocument.self, in: list)
    let promised = all.count {
      ["promised", "overdue", "not published"].contains($0.state(records))
    }
    let bare = all.count { $0.state(records) == "published" && $0.dueReview(records) == nil }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [PublishedDocument.self, SignOff.self], in: list,
        [
          promised == 0
            ? .fact("Everything promised is published", "", .good)
            : .fact("\(promised) not published", "of \(all.count) documents", .dueSoon),
          .fact("\(bare) with no review set", "published, and nothing says when it is looked at"),
        ]),
      panels: [
        list, context.detail(of: list),
        context.register(
          of: SignOff.self, .checklist, title: "Who agrees what",
          in: .bands(["Still to be agreed", "Agreed"]) { signOff, records in
            records.hasHappened(signOff.signedOn) ? "Agreed" : "Still to be agreed"
          }),
      ])
  }

  /// Leadership events, development days and conferences: what comes next, then the years.
  static func events(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Event.self, .list, in: .years(\.day))
    let records = context.recordContext
    let held = context.shown(Event.self, in: list).filter { event in
      event.on?.last.map { $0 <= records.day } ?? false
    }
    let last = held.max { ($0.on?.last ?? context.day) < ($1.on?.last ?? context.day) }
    let led = held.count { !$0.led.isEmpty }
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Event.self], in: list,
        [
          last.map { .fact("Last: \($0.title.asTitle)", $0.on?.inSentence(on: context.day) ?? "") },
          .fact("\(led) of \(held.count) led to something", "as far as it is printed"),
        ].compactMap(\.self)),
      panels: [list, context.detail(of: list, title: "What it was about, and what it led to")])
  }

  /// Neighbours and the other bodies that each partnership works with.
  static func neighbours(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: Relation.self, .list, title: "Neighbours and other bodies",
      in: .bands([]) { relation, records in
        records.workspace.partnerships[relation.partnership]?.label ?? ""
      })
    let bare = context.shown(Relation.self, in: list).count(where: \.matter.isEmpty)
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [Relation.self], in: list,
        bare == 0
          ? []
          : [.fact("\(bare) without a matter", "what is done together is not printed", .dueSoon)]),
      panels: [list, context.detail(of: list)])
  }
}
