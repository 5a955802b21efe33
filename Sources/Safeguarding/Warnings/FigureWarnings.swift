extension WarningRule {
  static let figuresDiffer = WarningRule(
    id: "figures-differ",
    summary: "Two figures of one period differ, and neither restates the other."
  ) { workspace, day in
    let values = workspace.indicators.all.flatMap { indicator -> [Warning] in
      // One value a period cannot differ, and most indicators have no more.
      guard workspace.wholeValues(of: indicator).count > 1 else { return [] }
      return workspace.reading(of: indicator, on: day).disputed.map { figures in
        Warning(
          text: "\(indicator.label), \(figures[0].periodText): \(figures.choice)",
          detail: WarningRule.nothingSays, record: RecordID(Indicator.kind, indicator.id),
          partnerships: [indicator.partnership])
      }
    }
    let totals = workspace.disputedTotals(on: day).map { figures in
      Warning(
        text: "\(figures[0].label): \(figures.choice)", detail: WarningRule.nothingSays,
        record: RecordID(ReviewTotal.kind, figures[0].id), partnerships: [figures[0].partnership])
    }
    return values + totals
  }

  static let dataBurden = WarningRule(
    id: "data-burden",
    summary:
      "Nobody supplies an indicator, and the partnership asks for no figures that are not collected anyway."
  ) { workspace, day in
    let sparing = Set(
      workspace.statements.all.filter { statement in
        statement.form == .burdenRule && (statement.from?.first ?? day) <= day
          && (statement.to?.last ?? day) >= day
      }.map(\.partnership))
    guard !sparing.isEmpty else { return [] }
    return workspace.indicators.all.filter { indicator in
      sparing.contains(indicator.partnership) && indicator.suppliers.isEmpty
        && indicator.supplierAsPrinted.isEmpty && indicator.sourceSystem.isEmpty
        && !workspace.hasValues(of: indicator)
    }.map { indicator in
      Warning(
        text: "\(indicator.label): nobody collects it yet",
        detail: "figures are asked for only where they are collected anyway",
        record: RecordID(Indicator.kind, indicator.id), partnerships: [indicator.partnership])
    }
  }

  private static let nothingSays = "nothing says which one counts"
}

extension Array where Element: PublishedFigure {
  /// The figures to choose from: `674 or 690`.
  package var choice: String { map { $0.figure?.text ?? "no value" }.joined(separator: " or ") }
}
