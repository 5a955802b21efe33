import Papers
import Safeguarding

extension AnnualPart {
  /// What the partners paid, and what it was spent on.
  static let resources = AnnualPart("resources") { account in
    let figures = account.figures(in: "resources").filter(\.isOfYear)
    let other = figures.filter { !$0.indicator.unit.hasPrefix("%") || $0.latest.numerator == nil }
    var blocks = account.contributions(account.paidShares(figures))
    if !other.isEmpty {
      let rows = other.map { figure in
        [
          account.text(figure.indicator.title, figure.latest.source),
          PaperText(account.amount(figure.latest.value)),
        ]
      }
      blocks.append(
        .table(
          PaperTable(
            "Other income, and what was taken from elsewhere", heads: ["What", "Amount"],
            rows: rows, numbers: [1])))
    }
    if blocks.isEmpty {
      blocks.append(
        .gap(
          PaperGap(
            .missing, "What each partner paid in the year.", who: "Finance officers of the partners"
          )))
    }
    blocks += account.grantBlocks
    blocks += account.owed("What was owed about money", of: [.funding])
    var costs = account.budgetBlocks
    if !account.knowsCosts {
      costs.append(
        .gap(
          PaperGap(
            .missing, "How much was spent under each heading, and what was had for it.",
            who: "Business team, with the finance officers of the partners")))
    }
    let inKind = account.inKindBlocks
    let given = PaperBlock.gap(
      PaperGap(
        .toWrite, "What partners gave in kind.", who: "Safeguarding partners and relevant agencies")
    )
    let budget = PaperSection("The budget", costs)
    return AnnualContent(
      PaperSection(
        "Resources", blocks,
        parts: [budget, PaperSection("In kind", inKind.isEmpty ? [given] : inKind)]),
      aspects: ["costs": [budget]])
  }
}
