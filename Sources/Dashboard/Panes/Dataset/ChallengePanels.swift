import Safeguarding
import TerminalUI

extension DatasetPane {
  /// The early warnings that have tripped, with what was asked about them; nil where none is declared.
  static func warnings(_ indicators: [Indicator], _ context: PaneContext) -> Panel? {
    let watched = indicators.filter { !$0.earlyWarnings.isEmpty }
    if watched.isEmpty { return nil }
    let tripped = context.workspace.trippedWarnings(on: context.day, of: watched)
    let open = tripped.count { !$0.isAcknowledged }
    var panel = Panel(
      .warnings, title: "Early warnings",
      notes: open == 0 ? [] : [Line("\(open) nobody asked about", .overdue)],
      columns: [
        Column("Indicator", .text(least: 16, most: 36)), Column("What it says", .main()),
        Column("Since", .text(least: 8, most: 12)),
        Column("Watched by", .text(least: 10, most: 12), rank: 2),
        Column("Asked", .text(least: 12, most: 40), rank: 1),
      ],
      rows: tripped.map { tripped in
        let asked =
          tripped.challenges.last.map {
            Line("\($0.raisedOn?.inSentence(on: context.day) ?? "asked"): \($0.stage)")
          }
          ?? Line(
            tripped.rule.question.isEmpty
              ? "nobody asked" : "nobody asked: \(tripped.rule.question)", .overdue)
        return PanelRow(
          .record(tripped.indicator.link), id: "\(tripped.indicator.id)-\(tripped.rule.when)",
          [
            Line(tripped.indicator.label.asTitle), Line(tripped.because),
            Line(tripped.since?.briefInList(on: context.day) ?? ""),
            .secondary(tripped.rule.line.map { "\($0) line" } ?? ""), asked,
          ], target: tripped.challenges.last.map { Place(record: $0.link) })
      }, emptyText: "\(counted(watched.count, "indicator")) watched, and none asks for anything.")
    panel.emptyRole = .good
    return panel.adding(context.additions(of: Challenge.self).first)
  }

  /// What figures made somebody ask and what came of it; nil where nothing was asked and nobody can ask.
  ///
  /// - Parameters:
  ///   - indicator: Only what was asked about it; about all of them where none is given.
  ///   - context: What is known.
  /// - Returns: The panel.
  static func challenges(about indicator: Indicator? = nil, _ context: PaneContext) -> Panel? {
    let asked = context.workspace.challenges.all.filter { challenge in
      context.scope.includes(challenge.partnership)
        && (indicator == nil || challenge.indicator?.id == indicator?.id)
        && (challenge.raisedOn?.first.map { $0 <= context.day } ?? true)
    }.map { $0.known(on: context.day) }
    if asked.isEmpty, indicator == nil { return nil }
    let open = asked.count { !$0.isAnswered }
    let columns =
      (indicator == nil ? [Column("Indicator", .text(least: 12, most: 30), rank: 2)] : [])
      + [
        Column("Asked", .text(least: 8, most: 12)), Column("Question", .main()),
        Column("Of", .text(least: 10, most: 30), rank: 1),
        Column("Came to", .text(least: 12, most: 40)),
      ]
    return Panel(
      .challenges, title: "Asked, and what came of it",
      notes: open == 0 ? [] : [Line("\(open) without an answer", .dueSoon)], columns: columns,
      rows: asked.map { challenge in
        let about = challenge.indicator.map { context.names(Indicator.kind, $0.id) } ?? ""
        return PanelRow(
          challenge.link,
          (indicator == nil ? [Line(about.asTitle)] : []) + [
            Line(challenge.raisedOn?.wholeInList(on: context.day) ?? ""),
            .text(challenge.question, illustrative: challenge.illustrative),
            Line(challenge.owners.short(in: context.workspace)), outcome(of: challenge),
          ])
      }, emptyText: "Nothing was asked about it yet."
    ).adding(
      indicator.map { asking(about: $0, context) }
        ?? context.additions(of: Challenge.self).first)
  }

  /// A question about an indicator, which its page asks today.
  private static func asking(about indicator: Indicator, _ context: PaneContext) -> Addition {
    var challenge = Challenge()
    (challenge.partnership, challenge.indicator) = (
      indicator.partnership, Reference(indicator.id)
    )
    challenge.raisedOn = ImpreciseDate(context.day)
    return Addition(challenge, of: indicator.label)
  }

  private static func outcome(of challenge: Challenge) -> Line {
    let what = [challenge.whatChanged, challenge.answer].first { !$0.isEmpty }
    let isOpen = challenge.answeredOn == nil && what == nil
    return Line(challenge.stage, isOpen ? .dueSoon : .text)
      + .secondary(what.map { "  \($0)" } ?? "")
  }
}
