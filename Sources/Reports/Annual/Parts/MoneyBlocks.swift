import Letters
import Papers
import Safeguarding

/// What an agency paid in a year.
struct PaidShare {
  let name: String
  let amount: Measure?
  /// The share in per cent, as printed.
  let share: Measure?
  let source: [Citation]
}

extension AnnualAccount {
  /// An amount of money: `£146,799`.
  func amount(_ measure: Measure?) -> String {
    guard let measure else { return "" }
    return measure.number == nil ? measure.text : "£\(measure.text)"
  }

  private func pounds(_ amount: Double) -> String {
    "£\(formatted(amount, decimals: 0, grouping: true))"
  }

  /// What money came into the partnership in the year.
  var income: [Contribution] {
    own(workspace.contributions) { $0.partnership }.filter {
      $0.period?.first == year.lowerBound && isInYear($0.period)
    }
  }

  /// The contributions of the partners: as recorded; where none are, as figures of the dataset tell them.
  func paidShares(_ figures: [YearFigure]) -> [PaidShare] {
    let recorded = income.filter { $0.form == .partner && $0.amount != nil }
    if !recorded.isEmpty {
      return recorded.map {
        PaidShare(
          name: $0.who(workspace.names), amount: $0.amount, share: $0.share, source: $0.source)
      }
    }
    return figures.filter {
      $0.indicator.unit.hasPrefix("%") && $0.latest.numerator?.number != nil
    }.map { figure in
      let beginning = "Contribution of "
      let title = figure.indicator.title
      return PaidShare(
        name: title.hasPrefix(beginning) ? String(title.dropFirst(beginning.count)) : title,
        amount: figure.latest.numerator, share: figure.latest.value, source: figure.latest.source)
    }
  }

  /// The contributions as printed and as worked out from the amounts, with a chart.
  func contributions(_ paid: [PaidShare]) -> [PaperBlock] {
    if paid.isEmpty { return [] }
    let sum = paid.compactMap { $0.amount?.number }.reduce(0, +)
    func share(_ number: Double?) -> String {
      number.map { sum > 0 ? "\(formatted($0 / sum * 100, decimals: 1))%" : "" } ?? ""
    }
    var rows = paid.map { one in
      [
        text(one.name, one.source), PaperText(amount(one.amount)),
        PaperText(one.share.map { "\($0.text)%" } ?? ""), PaperText(share(one.amount?.number)),
      ]
    }
    let printed = paid.compactMap { $0.share?.number }.reduce(0, +)
    rows.append([
      "All contributions", PaperText(pounds(sum)),
      PaperText(printed > 0 ? "\(formatted(printed, decimals: 1))%" : ""), PaperText(share(sum)),
    ])
    let table = PaperTable(
      "Contributions of the partners in \(yearName)",
      heads: ["Who", "Amount", "Share as printed", "Share worked out"],
      rows: rows, numbers: [1, 2, 3])
    var blocks: [PaperBlock] = [.table(table)]
    if printed > 0, abs(printed - 100) >= 0.05 {
      blocks.append(
        .paragraph(
          PaperText(
            "The printed shares add up to \(formatted(printed, decimals: 1)) per cent and not to 100, as each of them is rounded."
          )))
    }
    let largest = paid.max { ($0.amount?.number ?? 0) < ($1.amount?.number ?? 0) }
    let summary = largest.map { "\($0.name) paid most: \(amount($0.amount)) of \(pounds(sum))." }
    blocks.append(
      .chart(
        PaperChart(
          "Who paid how much in \(yearName)", summary: summary ?? "", nameHead: "Who",
          valueHead: "Amount in £",
          bars: paid.map {
            PaperChart.Bar(PaperText($0.name), $0.amount?.number, amount($0.amount))
          })))
    let ended = income.filter { $0.endedOn != nil }.map { one in
      text(
        "\(one.who(workspace.names)) pays no more from \(one.endedOn?.known ?? "") on: \(amount(one.amount)) a year.",
        one.source)
    }
    return ended.isEmpty ? blocks : blocks + [.list(ended)]
  }

  /// What the budget of the year was, and what it was spent on.
  var budgetBlocks: [PaperBlock] {
    let all = own(workspace.budgets) { $0.partnership }.filter {
      $0.period?.first == year.lowerBound && isInYear($0.period)
    }
    return all.flatMap { budget -> [PaperBlock] in
      let sums: [(String, Measure?)] = [
        ("All income, as printed", budget.total), (spendWords(budget), budget.spend),
        ("What was missing", budget.shortfall), ("Taken from the reserve", budget.fromReserve),
        ("In the reserve at the end", budget.reserve),
      ]
      var facts = sums.filter { $0.1 != nil }.map {
        PaperFact($0.0, text(amount($0.1), budget.source))
      }
      if let agreed = budget.agreedOn {
        let who = budget.agreedBy.isEmpty ? "" : ", by \(budget.agreedBy.lowercasedFirst)"
        facts.append(PaperFact("Agreed", PaperText("\(agreed.known)\(who)")))
      }
      var blocks: [PaperBlock] = facts.isEmpty ? [] : [.facts(facts)]
      if !budget.lines.isEmpty {
        blocks += [spent(budget.lines, "What it was spent on", budget.source)]
      }
      return blocks
    }
  }

  /// What the spend is: worked out where it is no more than the income with what was missing.
  private func spendWords(_ budget: Budget) -> String {
    guard let total = budget.total?.number, let missing = budget.shortfall?.number,
      budget.spend?.number == total + missing
    else { return "Spent" }
    return "Spent: income and what was missing, worked out"
  }

  private func spent(_ lines: [BudgetLine], _ caption: String, _ source: [Citation]) -> PaperBlock {
    let rows = lines.map { line in
      [
        text(line.what, source), PaperText(line.planned.map { amount($0) } ?? ""),
        PaperText(line.actual.map { amount($0) } ?? "not recorded"),
      ]
    }
    return .table(
      PaperTable(caption, heads: ["Heading", "Planned", "Spent"], rows: rows, numbers: [1, 2]))
  }

  /// Whether every heading that the money was spent on has its amount.
  var knowsCosts: Bool {
    let lines = own(workspace.budgets) { $0.partnership }.filter { isInYear($0.period) }.flatMap(
      \.lines)
    return !lines.isEmpty && lines.allSatisfy { $0.actual?.number != nil }
  }

  /// Money that was given for a purpose in the year, and what it was spent on.
  var grantBlocks: [PaperBlock] {
    let all = own(workspace.grants) { $0.partnership }.filter {
      isInYear($0.period) || isInYear($0.receivedOn)
    }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(one.title, one.source), PaperText(one.giver), PaperText(amount(one.amount)),
        PaperText(one.receivedOn?.known ?? "not recorded"),
        PaperText(
          one.due.map { "by \($0.known)" } ?? one.spentOn.map { "spent \($0.known)" } ?? ""),
        PaperText(
          one.spends.flatMap { $0.lines(workspace.names) }.joined(separator: "\n")),
      ]
    }
    return [
      .table(
        PaperTable(
          "Grants", heads: ["Grant", "Given by", "Amount", "Came", "To be spent", "Spent on"],
          rows: rows, numbers: [2]))
    ]
  }

  /// What was given besides money.
  var inKindBlocks: [PaperBlock] {
    let all = own(workspace.inKind) { $0.partnership }.filter {
      $0.period == nil || isInYear($0.period)
    }
    if all.isEmpty { return [] }
    let rows = all.map { one in
      [
        text(one.what, one.source),
        PaperText(one.agency.map { agency($0) } ?? (one.who.isEmpty ? "not recorded" : one.who)),
      ]
    }
    return [
      .table(
        PaperTable("What was given besides money", heads: ["What", "By whom"], rows: rows))
    ]
  }
}
