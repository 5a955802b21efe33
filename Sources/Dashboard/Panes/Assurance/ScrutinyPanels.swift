import Letters
import Safeguarding
import TerminalUI

extension AssurancePane {
  /// Who scrutinises, since when and whether the office is vacant; what was done, asked and answered.
  static func scrutiny(_ context: PaneContext) -> PaneContent {
    let records = context.recordContext
    let list = context.register(
      of: ScrutinyActivity.self, .list, title: "What was asked, answered and changed",
      in: .bands(
        [
          "answer overdue", "answer owed", "no answer yet", "changed", "answered", "planned",
          "found",
          "nothing printed",
        ], { $0.stage($1) }, latest: \.on), without: ["standing"])
    let stages = context.shown(ScrutinyActivity.self, in: list).map { $0.stage(records) }
    func count(_ words: String...) -> Int { stages.count { words.contains($0) } }
    let waiting = count("answer overdue", "answer owed", "no answer yet")
    return PaneContent(
      trail: [],
      lede: context.lede(
        of: [ScrutinyActivity.self], in: list,
        vacancies(context) + [
          waiting == 0
            ? .fact("Every question is answered", "", .good)
            : .fact("\(waiting) not answered", "somebody asked and waits", .dueSoon),
          .fact("\(count("changed")) changed something", "of \(stages.count)"),
        ]),
      panels: [
        list, scrutineers(context), context.detail(of: list, title: "Asked, answered, changed"),
      ])
  }

  /// The establishments, the yearly review of restraint with a tick for each who receives it, and the visits.
  static func secureEstate(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Establishment.self, .list)
    let visits = context.register(
      of: ScrutinyActivity.self, .meetings, title: "Visits and meetings",
      emptyText: "No visit is recorded.", in: .latest(\.on)
    ) { $0.establishment != nil || $0.form == .visit || $0.form == .annualReview }
    let inspections = context.register(
      of: Inspection.self, .outcome, emptyText: "No inspection of an establishment is recorded.",
      in: .latest { $0.publishedOn ?? $0.on }
    ) { $0.establishment != nil }
    let meetings = CustodyMeetings(context)
    return PaneContent(
      trail: [],
      lede: context.lede(of: [Establishment.self], in: list, sent(context) + meetings.lede),
      panels: [
        list, recipients(context), meetings.panel,
        context.detail(of: list, title: "What it was, and what became of it"),
        visits, inspections,
      ])
  }

  private static func isScrutineer(_ office: Office) -> Bool {
    office.title.folded.contains("scrutin")
  }

  /// That an office of scrutiny is vacant now, and for how long.
  private static func vacancies(_ context: PaneContext) -> [LedeBlock] {
    let offices = context.partnerships.flatMap { partnership in
      partnership.officers.filter(isScrutineer).map { (partnership, $0) }
    }
    let vacant = offices.filter { $0.1.isVacant(on: context.day) }
    guard let (partnership, office) = vacant.first else {
      return offices.isEmpty ? [] : [.fact("Every scrutineer is in office", "", .good)]
    }
    let what = "\(office.title) vacant"
    let how = "\(partnership.label), \(office.vacancyWords(on: context.day))"
    // One number a screen is in alarm, and that is what is late.
    return [.fact(what, how, .dueSoon)]
  }

  /// Each office of scrutiny with everybody who held it, and each vacancy, as printed.
  private static func scrutineers(_ context: PaneContext) -> Panel {
    let rows = context.partnerships.flatMap { partnership in
      partnership.officers.enumerated().filter { isScrutineer($0.element) }
        .flatMap { position, office in
          terms(of: office, at: position, in: partnership, context)
        }
    }
    return Panel(
      .terms, title: "Scrutineers",
      columns: [
        Column("Office", .text(least: 14, most: 34)), Column("Who", .main(least: 16)),
        Column("From", .text(least: 8, most: 14)), Column("To", .text(least: 8, most: 14)),
      ], rows: rows, emptyText: "No scrutineer is recorded.")
  }

  private static func terms(
    of office: Office, at position: Int, in partnership: Partnership, _ context: PaneContext
  ) -> [PanelRow] {
    let way: [PathStep] = [.field("officers"), .element(position)]
    let target = Place(record: partnership.link)
    var rows = office.holders.enumerated().map { index, tenure in
      PanelRow(
        .part(partnership.link, way + [.field("holders"), .element(index)]),
        [
          .secondary(office.title),
          Line(context.names(Person.kind, tenure.person.id)),
          .secondary(
            tenure.from?.printed ?? tenure.from?.short ?? tenure.seenOn?.short ?? "not printed"),
          .secondary(tenure.to?.printed ?? tenure.to?.short ?? "no end printed"),
        ], target: target)
    }
    if let since = office.vacantSince {
      let isNow = office.isVacant(on: context.day)
      rows.append(
        PanelRow(
          .part(partnership.link, way), id: "\(partnership.id) vacancy \(position)",
          [
            .secondary(office.title),
            Line(
              isNow ? "! vacant \(office.vacancyWords(on: context.day))" : "was vacant",
              isNow ? .overdue : .secondary),
            .secondary(since.printed ?? since.short),
            .secondary(
              office.vacantUntil?.printed ?? office.vacantUntil?.short ?? "no end printed"),
          ], target: target))
    }
    return rows
  }

  /// To how many of its recipients the latest report with recipients went.
  private static func sent(_ context: PaneContext) -> [LedeBlock] {
    let records = context.recordContext
    let owed = context.workspace.obligations.all.filter {
      !$0.sent.isEmpty && context.scope.mayInclude($0, records)
    }
    return owed.map { obligation in
      let sent = obligation.sent.count { records.hasHappened($0.sentOn) }
      let all = obligation.sent.count
      return .fact(
        "Sent to \(sent) of \(all)", obligation.title, sent == all ? .good : .dueSoon)
    }
  }

  /// To whom each report with recipients goes, a row each so that each can be ticked.
  private static func recipients(_ context: PaneContext) -> Panel {
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let owed = context.workspace.obligations.all.filter {
      !$0.sent.isEmpty && context.scope.mayInclude($0, records)
    }
    let rows = owed.flatMap { obligation in
      [band(obligation.id, obligation.title, obligation.sent.count)]
        + obligation.sent.enumerated().map { index, recipient in
          let isSent = records.hasHappened(recipient.sentOn)
          return PanelRow(
            .part(obligation.link, [.field("sent"), .element(index)]),
            [
              Line(isSent ? "[=] " : "[ ] ", isSent ? .done : .text)
                + .text(recipient.to, illustrative: obligation.illustrative),
              Line(
                recipient.sentOn?.wholeInList(on: context.day) ?? "not sent",
                isSent ? .done : .dueSoon),
            ], target: Place(record: obligation.link))
        }
    }
    return Panel(
      .checklist, title: "Who receives the yearly review",
      columns: [Column("", .main()), Column("Sent", .whole)], rows: rows,
      emptyText: "No report names its recipients one by one.")
  }
}
