import Safeguarding
import TerminalUI

extension ExecutivePane {
  /// What each partner pays and what that comes to, grants to spend, and what others would pay without one.
  static func money(_ context: PaneContext) -> PaneContent {
    let year = MoneyYear(latestIn: context)
    let grants = context.register(of: Grant.self, .values)
    let budgets = context.register(of: Budget.self, .ledger)
    let inKind = context.register(of: InKind.self, .others)
    let all = context.register(of: Contribution.self, .register, title: "Every contribution")
    return PaneContent(
      trail: [], lede: year.lede,
      panels: [year.panel, year.sums, grants, year.withoutEnded, budgets, inKind, all])
  }
}

/// The money of the latest year of which contributions are recorded.
struct MoneyYear: Sendable {
  private let context: PaneContext
  private let period: ImpreciseDate?
  private let income: [Contribution]
  private let budget: Budget?

  private var partners: [Contribution] { income.filter { $0.form == .partner } }
  private var partnerTotal: Double { partners.reduce(0) { $0 + ($1.amount?.number ?? 0) } }

  init(latestIn context: PaneContext) {
    self.context = context
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    let all = context.workspace.contributions.all.filter { context.scope.mayInclude($0, records) }
    let withAmounts = all.filter { $0.amount?.number != nil }
    let latest = withAmounts.compactMap(\.period).max {
      ($0.last?.dayNumber ?? 0) < ($1.last?.dayNumber ?? 0)
    }
    period = latest
    let partnership = withAmounts.first { $0.period == latest }?.partnership
    income = all.filter { $0.period == latest && $0.partnership == partnership }
    budget = context.workspace.budgets.all.first {
      $0.period == latest && $0.partnership == partnership
    }
  }

  var lede: [LedeBlock] {
    guard let period else {
      return [.fact("No contributions yet", "enter what each partner pays", .secondary)]
    }
    let late = context.overdue(in: .money)
    var blocks: [LedeBlock] = [
      .late(late, on: context.day),
      .fact(MoneyYear.pounds(partnerTotal), "paid by partners in \(period.short)"),
    ]
    if let missing = budget?.shortfall {
      blocks.append(.fact("£\(missing.text) short", "taken from the reserve", .dueSoon))
    }
    let ending = partners.filter { $0.endedOn != nil }
    if let first = ending.first {
      blocks.append(
        .fact(
          "\(first.who(context.names)) ends",
          MoneyYear.pounds(ending.reduce(0) { $0 + ($1.amount?.number ?? 0) })
            + " to be found elsewhere",
          .overdue))
    }
    return blocks
  }

  /// A row a contributor: the share as printed beside the share worked out of the amounts.
  var panel: Panel {
    let total = partnerTotal
    let rows = income.map { one -> PanelRow in
      let amount = one.amount?.number
      let isPartner = one.form == .partner
      let share = isPartner && total > 0 ? amount.map { $0 / total * 100 } : nil
      let printed = one.share?.number
      let differs = zip2(printed, share).map { abs($0 - $1) >= 0.05 } ?? false
      return PanelRow(
        one.link,
        [
          .text(one.who(context.names), illustrative: one.illustrative),
          isPartner ? Line("") : .secondary(one.form.title),
          Line(one.share?.text ?? ""),
          Line(share.map { formatted($0, decimals: 2) } ?? "", differs ? .dueSoon : .secondary),
          Line(amount.map(MoneyYear.pounds) ?? one.amount?.text ?? ""),
          .secondary(
            one.endedOn.map { "ends \($0.short)" } ?? one.paidOn.map { "paid \($0.short)" } ?? ""),
        ])
    }
    return Panel(
      .list, title: "Contributions\(period.map { " \($0.short)" } ?? "")",
      notes: [.secondary("per cent as printed, and worked out")],
      columns: [
        Column("Contributor", .main(least: 20)), Column("", .text(least: 0, most: 16), rank: 2),
        Column("Printed", .whole, alignment: .trailing),
        Column("Worked out", .whole, alignment: .trailing, rank: 1),
        Column("Amount", .whole, alignment: .trailing),
        Column("", .text(least: 0, most: 18), rank: 3),
      ], rows: rows, emptyText: "No contributions yet."
    ).adding(context.additions(of: Contribution.self).first)
      .closed(context, under: "partnerships/")
  }

  /// The sums as printed and as worked out, and how they differ.
  var sums: Panel {
    let shares = partners.compactMap { $0.share?.number }.reduce(0, +)
    let all = income.filter { $0.form != .reserve }.reduce(0) { $0 + ($1.amount?.number ?? 0) }
    var facts = [
      Fact(
        "Shares printed",
        "\(formatted(shares, decimals: 1)) per cent"
          + (abs(shares - 100) < 0.05 ? "" : ", not 100: each is rounded")),
      Fact("Partners", MoneyYear.pounds(partnerTotal)),
      Fact("All income", MoneyYear.pounds(all)),
    ]
    if let printed = budget?.total?.number {
      let same = abs(printed - all) < 0.5
      facts.append(
        Fact(
          "Total printed",
          [
            Line(
              MoneyYear.pounds(printed)
                + (same ? ", as worked out" : ", \(MoneyYear.pounds(abs(printed - all))) apart"),
              same ? .good : .overdue)
          ]))
    }
    if let missing = budget?.shortfall?.number {
      facts.append(Fact("Short", MoneyYear.pounds(missing)))
      facts.append(Fact("Spent, by that", MoneyYear.pounds(all + missing)))
    }
    return Panel(
      .count, title: "Sums", body: .facts(income.isEmpty ? [] : facts),
      emptyText: "Nothing to add up yet.")
  }

  /// What the others would pay for the same total if those that end paid nothing.
  var withoutEnded: Panel {
    let staying = partners.filter { $0.endedOn == nil }
    let left = staying.reduce(0) { $0 + ($1.amount?.number ?? 0) }
    let gap = partnerTotal - left
    // What everybody would pay if nothing came from the reserve either.
    let whole = partnerTotal + (budget?.shortfall?.number ?? 0)
    let rows =
      gap <= 0 || left <= 0
      ? []
      : staying.compactMap { one -> PanelRow? in
        guard let amount = one.amount?.number else { return nil }
        let next = amount / left * partnerTotal
        return PanelRow(
          one.link, id: "next \(one.id)",
          [
            Line(one.who(context.names)), Line(MoneyYear.pounds(amount)),
            Line(MoneyYear.pounds(next)),
            Line("+" + MoneyYear.pounds(next - amount), .dueSoon),
            .secondary(formatted(next / partnerTotal * 100, decimals: 1)),
            Line(MoneyYear.pounds(amount / left * whole)),
          ])
      }
    return Panel(
      .outcome, title: "If those that end pay nothing next year",
      notes: gap > 0 ? [.secondary("\(MoneyYear.pounds(gap)) shared by what each pays now")] : [],
      columns: [
        Column("Contributor", .main(least: 18)), Column("Now", .whole, alignment: .trailing),
        Column("Then", .whole, alignment: .trailing), Column("More", .whole, alignment: .trailing),
        Column("Share", .whole, alignment: .trailing, rank: 2),
        Column("No reserve", .whole, alignment: .trailing, rank: 1),
      ], rows: rows, emptyText: "Nobody is recorded to end: everybody pays as now."
    ).goodWhenEmpty
  }

  private func zip2(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    guard let one, let other else { return nil }
    return (one, other)
  }

  private static func pounds(_ amount: Double) -> String {
    "£\(formatted(amount, decimals: 0, grouping: true))"
  }
}
