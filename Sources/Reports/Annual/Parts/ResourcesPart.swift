import Papers
import Safeguarding

extension AnnualPart {
  /// What the partners paid, and what it was spent on.
  static let resources = AnnualPart("resources") { account in
    let figures = account.figures(in: "resources").filter(\.isOfYear)
    let paid = figures.filter {
      $0.indicator.unit.hasPrefix("%") && $0.latest.numerator?.number != nil
    }
    let other = figures.filter { figure in !paid.contains { $0.indicator.id == figure.indicator.id }
    }
    var blocks: [PaperBlock] = []
    if !paid.isEmpty { blocks += account.contributions(paid) }
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
    blocks += account.owed("What was owed about money", of: [.funding])
    blocks.append(
      .gap(
        PaperGap(
          .missing, "What the money was spent on, by heading, and what was had for it.",
          who: "Business team, with the finance officers of the partners")))
    blocks.append(
      .gap(
        PaperGap(
          .toWrite, "What partners gave in kind.",
          who: "Safeguarding partners and relevant agencies")))
    return AnnualContent("Resources", blocks)
  }
}

extension AnnualAccount {
  /// An amount of money: `£146,799`.
  func amount(_ measure: Measure?) -> String {
    guard let measure else { return "" }
    return measure.number == nil ? measure.text : "£\(measure.text)"
  }

  /// The contributions as printed and as worked out from the amounts, with a chart.
  fileprivate func contributions(_ paid: [YearFigure]) -> [PaperBlock] {
    let sum = paid.compactMap { $0.latest.numerator?.number }.reduce(0, +)
    func share(_ number: Double?) -> String {
      number.map { sum > 0 ? "\(formatted($0 / sum * 100, decimals: 1))%" : "" } ?? ""
    }
    func name(_ figure: YearFigure) -> String {
      let beginning = "Contribution of "
      let title = figure.indicator.title
      return title.hasPrefix(beginning) ? String(title.dropFirst(beginning.count)) : title
    }
    var rows = paid.map { figure in
      [
        text(name(figure), figure.latest.source), PaperText(amount(figure.latest.numerator)),
        PaperText(figure.words(figure.latest.value)),
        PaperText(share(figure.latest.numerator?.number)),
      ]
    }
    let printed = paid.compactMap { $0.latest.value?.number }.reduce(0, +)
    rows.append([
      "All contributions", PaperText("£\(formatted(sum, decimals: 0, grouping: true))"),
      PaperText("\(formatted(printed, decimals: 1))%"), PaperText(share(sum)),
    ])
    let table = PaperTable(
      "Contributions of the partners in \(yearName)",
      heads: ["Who", "Amount", "Share as printed", "Share worked out"],
      rows: rows, numbers: [1, 2, 3])
    let bars = paid.map {
      PaperChart.Bar(PaperText(name($0)), $0.latest.numerator?.number, amount($0.latest.numerator))
    }
    let largest = paid.max {
      ($0.latest.numerator?.number ?? 0) < ($1.latest.numerator?.number ?? 0)
    }
    let summary =
      largest.map {
        "\(name($0)) paid most: \(amount($0.latest.numerator)) of £\(formatted(sum, decimals: 0, grouping: true))."
      } ?? ""
    return [
      .table(table),
      .chart(
        PaperChart(
          "Who paid how much in \(yearName)", summary: summary, nameHead: "Who",
          valueHead: "Amount in £", bars: bars)),
    ]
  }
}
