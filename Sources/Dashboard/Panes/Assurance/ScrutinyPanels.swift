import Letters
import Safeguarding
import TerminalUI

extension AssurancePane {
  /// Who scrutinises, since when and whether the office is vacant; what was done, asked and answered.
  static func scrutiny(_ context: PaneContext) -> PaneContent {
    let list = context.register(
      of: ScrutinyActivity.self, .list, title: "What was asked, answered and changed")
    let offices = scrutineers(context)
    return PaneContent(
      trail: [],
      lede: vacancies(context) + context.lede(of: [ScrutinyActivity.self], in: list),
      panels: [list, offices, context.detail(of: list)])
  }

  /// The establishments, the yearly review of restraint with a tick for each who receives it, and the visits.
  static func secureEstate(_ context: PaneContext) -> PaneContent {
    let list = context.register(of: Establishment.self, .list)
    let visits = context.register(
      of: ScrutinyActivity.self, .meetings, title: "Visits and meetings",
      emptyText: "No visit is recorded."
    ) { $0.establishment != nil || $0.form == .visit || $0.form == .annualReview }
    let inspections = context.register(
      of: Inspection.self, .outcome, emptyText: "No inspection of an establishment is recorded."
    ) { $0.establishment != nil }
    return PaneContent(
      trail: [], lede: context.lede(of: [Establishment.self], in: list),
      panels: [list, recipients(context), inspections, visits, context.detail(of: list)])
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
    return [
      .alarm(
        "\(office.title) vacant",
        "\(partnership.label), \(office.vacancyWords(on: context.day))")
    ]
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
          .secondary(tenure.from?.printed ?? tenure.from?.short ?? tenure.seenOn?.short ?? ""),
          .secondary(tenure.to?.printed ?? tenure.to?.short ?? ""),
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
            .secondary(office.vacantUntil?.printed ?? office.vacantUntil?.short ?? ""),
          ], target: target))
    }
    return rows
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
              Line(recipient.sentOn?.short ?? "not sent", isSent ? .done : .dueSoon),
            ], target: Place(record: obligation.link))
        }
    }
    return Panel(
      .checklist, title: "Who receives the yearly review",
      columns: [Column("", .main()), Column("Sent", .whole)], rows: rows,
      emptyText: "No report names its recipients one by one.")
  }
}
