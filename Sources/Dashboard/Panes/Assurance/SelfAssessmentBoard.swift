import Safeguarding
import TerminalUI

extension AssurancePane {
  /// The cycles of self-assessment, and the agencies of the latest one by how far they have come.
  static func selfAssessments(_ context: PaneContext) -> PaneContent {
    let cycles = context.register(
      of: AuditCycle.self, .list, title: "Cycles", in: .latest { $0.period ?? $0.launchedOn })
    let shown = (0..<cycles.rows.count).compactMap { cycles.rows.subject($0).record }
      .compactMap { context.workspace.auditCycles[$0.id] }
    let latest = shown.filter { !$0.returns(in: context.workspace).isEmpty }
      .max { ($0.period?.last?.dayNumber ?? 0) < ($1.period?.last?.dayNumber ?? 0) }
    let board = SelfAssessmentBoard(of: latest, context)
    return PaneContent(
      trail: [],
      lede: context.lede(of: [AuditReturn.self, AuditCycle.self], in: board.panel, board.lede),
      panels: [
        board.panel, board.full, board.standards, cycles,
      ])
  }
}

/// The agencies of a cycle by how far each has come, and the standards by how they were scored.
struct SelfAssessmentBoard: Sendable {
  private let cycle: AuditCycle?
  private let returns: [AuditReturn]
  private let context: PaneContext

  init(of cycle: AuditCycle?, _ context: PaneContext) {
    self.cycle = cycle
    self.context = context
    returns = cycle?.returns(in: context.workspace) ?? []
  }

  private var records: RecordContext {
    RecordContext(context.workspace, day: context.day, names: context.names)
  }

  var lede: [LedeBlock] {
    let changed = returns.flatMap(\.scores).count { score in
      guard let own = score.own, let moderated = score.moderated else { return false }
      return own != moderated
    }
    if returns.isEmpty { return [] }
    let answered = returns.count { records.hasHappened($0.returnedOn) }
    return [
      .fact("\(answered) of \(returns.count) answered", cycle?.title ?? ""),
      .fact("\(changed) scores moderated", "the panel gave another score than the agency itself"),
    ]
  }

  /// A row an agency, with a letter for each stage.
  var panel: Panel {
    let board = self
    let rows = PanelRows(
      returns, id: \.id, subject: { .record($0.link) }, row: { board.row($0) })
    var panel = Panel(
      .register, title: "Self-assessments\(cycle.map { ": \($0.title)" } ?? "")",
      notes: [.secondary("A answered H heard M moderated P action plan")],
      columns: [
        Column("", .whole), Column("Agency", .main(least: 20)), Column("AHMP", .whole),
        Column("Stands", .text(least: 12, most: 22)),
        Column("Own", .whole, alignment: .trailing, rank: 1),
        Column("Moderated", .whole, alignment: .trailing, rank: 1),
        Column("Better by", .text(least: 10, most: 18), rank: 2),
        Column("Champion", .text(least: 10, most: 24), rank: 3),
      ], rows: rows, emptyText: "No agency is asked yet.")
    panel.additions = context.additions(of: AuditReturn.self)
    return panel.closed(context, under: "partnerships/")
  }

  private func row(_ answer: AuditReturn) -> PanelRow {
    let stage = answer.stage(records)
    let reached = AuditStage.allCases.firstIndex(of: stage) ?? 0
    let names = AuditStage.allCases.dropFirst().map(\.title)
    let strip = Strip(
      names.enumerated().map { index, name in
        index < reached
          ? Strip.Item(.letter(context.glyphs.point, .good), name, "done")
          : Strip.Item(.nothing, name, "ahead")
      })
    let late = context.deadlines.contains { $0.record == answer.link && $0.status == .overdue }
    let open = answer.scores.filter { !$0.improvement.isEmpty && !records.hasHappened($0.doneOn) }
    let next = open.compactMap { $0.due?.last }.min()
    return PanelRow(
      answer.link,
      [
        context.isFaulty(answer.link) ? Line("x", .fault) : .empty,
        .text(answer.who(context.names), illustrative: answer.illustrative),
        strip.line(context.glyphs),
        Line(late ? "\(stage.title), late" : stage.title, late ? .overdue : .text),
        Line(answer.ownMean), Line(answer.moderatedMean),
        Line(
          open.isEmpty
            ? "" : "\(open.count) open\(next.map { ", \($0.inSentence(on: context.day))" } ?? "")",
          next.map { $0 < context.day } ?? false ? .overdue : .secondary),
        .secondary(answer.champions.short(in: context.workspace)),
      ])
  }

  /// What an agency and the panel say standard by standard, each score with the sentence that its scale
  /// has for it, and what staff say.
  var full: Panel {
    let (rows, board) = (panel.rows, self)
    return Panel(
      .about, title: "Standard by standard",
      body: .text(about: .register) { row in
        rows.subject(row).record.flatMap { board.context.workspace.auditReturns[$0.id] }
          .map { board.lines(of: $0) } ?? []
      }, emptyText: "Select an agency to read its scores.")
  }

  private func lines(of answer: AuditReturn) -> [Line] {
    let scale = cycle?.scale.flatMap { context.workspace.ratingScales[$0] }
    func words(_ score: Int?) -> Line {
      guard let score else { return .secondary("not scored") }
      guard let level = scale?.level("\(score)") else { return Line("\(score)") }
      return Line("\(score)", level.tone.role) + .secondary(" \(level.says)")
    }
    func dated(_ label: String, _ day: ImpreciseDate?, _ owed: ImpreciseDate?) -> Line {
      if let day, records.hasHappened(day) {
        return .secondary("\(label): ") + Line(day.inSentence(on: context.day))
      }
      return .secondary("\(label): ")
        + Line(owed.map { "owed by \($0.inSentence(on: context.day))" } ?? "no date")
    }
    let scores = answer.scores.flatMap { score -> [Line] in
      let text = cycle?.standards.first { $0.number == score.standard }?.text.asTitle ?? ""
      let by = score.due.map { ", by \($0.inSentence(on: context.day))" } ?? ""
      return [
        Line("\(score.standard) \(text)", .heading),
        .secondary("  own: ") + words(score.own), .secondary("  panel: ") + words(score.moderated),
      ] + (score.evidence.isEmpty ? [] : [.secondary("  shown by: ") + Line(score.evidence)])
        + (score.improvement.isEmpty
          ? [] : [.secondary("  to be better: ") + Line("\(score.improvement)\(by)")])
    }
    func list(_ label: String, _ texts: [String]) -> [Line] {
      texts.isEmpty ? [] : [.secondary("\(label):")] + texts.map { Line("  \($0)") }
    }
    return [
      Line(answer.who(context.names), .heading),
      dated("Answered", answer.returnedOn, answer.due),
      dated("Challenge panel", answer.heardOn, answer.panelOn),
      dated("Action plan", answer.planOn, answer.planDue),
    ] + list("Carried forward from the last cycle", answer.carried)
      + list("What staff say", [answer.staff].filter { !$0.isEmpty }) + scores
  }

  /// The standards with the mean of all scores, the weakest seen at once.
  var standards: Panel {
    let list = cycle?.standards ?? []
    let rows = list.enumerated().map { index, standard -> PanelRow in
      let scores = returns.flatMap(\.scores).filter { $0.standard == standard.number }
      func mean(_ values: [Int]) -> Line {
        if values.isEmpty { return .secondary("none") }
        let mean = Double(values.reduce(0, +)) / Double(values.count)
        return Line(
          formatted(mean, decimals: 1), mean < 1.5 ? .overdue : mean < 2.5 ? .dueSoon : .good)
      }
      let cells: [Line] = [
        .secondary(standard.number), Line(standard.text.asTitle), mean(scores.compactMap(\.own)),
        mean(scores.compactMap(\.moderated)),
        .secondary("\(scores.count { !$0.improvement.isEmpty })"),
      ]
      guard let cycle else { return PanelRow("\(index)", cells) }
      return PanelRow(
        .part(cycle.link, [.field("standards"), .element(index)]), cells,
        target: Place(record: cycle.link))
    }
    return Panel(
      .values, title: "Standards", notes: [.secondary("means of scores from 0 to 3")],
      columns: [
        Column("No", .whole), Column("Standard", .main()),
        Column("Own", .whole, alignment: .trailing),
        Column("Moderated", .whole, alignment: .trailing),
        Column("To do", .whole, alignment: .trailing, rank: 1),
      ], rows: rows, emptyText: "No standards are recorded of the latest cycle.")
  }
}
