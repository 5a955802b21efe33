import Safeguarding
import TerminalUI

/// The disputes between partners on their way: before whom each is, since when, and by when an answer is owed.
///
/// Between members of the Executive Board, before the Chief Officers, mediation, arbitration, and the route to
/// regulators and the Secretary of State: KSCMP arrangements 2022, section 12.
struct DisputeBoard: Sendable {
  private let context: PaneContext
  private let records: RecordContext
  private let disputes: [Dispute]

  init(_ context: PaneContext) {
    self.context = context
    let records = context.recordContext
    self.records = records
    // What waits for an answer stands first, what is settled last.
    disputes = context.workspace.disputes.all
      .filter {
        context.scope.mayInclude($0, records) && $0.raisedOn.map { records.hasHappened($0) } ?? true
      }
      .sorted { DisputeBoard.place($0, records) < DisputeBoard.place($1, records) }
  }

  private static func place(_ dispute: Dispute, _ records: RecordContext) -> Int {
    if records.hasHappened(dispute.closedOn) { return .max }
    return dispute.stage(records)?.due?.last?.dayNumber ?? .max - 1
  }

  var lede: [LedeBlock] {
    let open = disputes.filter { !records.hasHappened($0.closedOn) }
    guard let first = open.first else {
      return disputes.isEmpty ? [] : [.fact("Every dispute is settled", "", .good)]
    }
    return [
      .fact(
        "\(counted(open.count, "dispute")) open", first.state(records).capitalizedFirst,
        DisputeBoard.isLate(first, records) ? .overdue : .text)
    ]
  }

  private static func isLate(_ dispute: Dispute, _ records: RecordContext) -> Bool {
    guard let stage = dispute.stage(records), !records.hasHappened(dispute.closedOn),
      !records.hasHappened(stage.answeredOn)
    else { return false }
    return stage.due?.last.map { $0 < records.day } ?? false
  }

  /// A row a dispute, with a letter for each stage that it can come to.
  var panel: Panel {
    let board = self
    let rows = PanelRows(
      disputes, id: \.id, subject: { .record($0.link) }, row: { board.row($0) })
    var panel = Panel(
      .list, title: "Disputes, stage by stage",
      notes: [
        .secondary(
          "E executive C chief officers M mediation A arbitration R regulator S Secretary of State")
      ],
      columns: [
        Column("", .whole), Column("ECMARS", .whole),
        Column("Answer by", .text(least: 10, most: 16)),
        Column("Stands", .text(least: 12, most: 40), rank: 1),
        Column("Who disagrees", .text(least: 10, most: 30), rank: 2),
        Column("Dispute", .main()),
      ], rows: rows, emptyText: "No dispute is recorded.")
    panel.additions = context.additions(of: Dispute.self)
    return panel.closed(context, under: "partnerships/")
  }

  private func row(_ dispute: Dispute) -> PanelRow {
    let isClosed = records.hasHappened(dispute.closedOn)
    let reached = dispute.stages.filter { $0.openedOn.map { records.hasHappened($0) } ?? true }
    let now = dispute.stage(records)?.stage
    let strip = Strip(
      DisputeLevel.allCases.map { level in
        if level == now, !isClosed {
          return Strip.Item(.letter(">", .accent), level.title, "now here")
        }
        return reached.contains { $0.stage == level }
          ? Strip.Item(.letter(context.glyphs.point, .good), level.title, "been through")
          : Strip.Item(.nothing, level.title, "not reached")
      })
    let isLate = DisputeBoard.isLate(dispute, records)
    let due =
      isClosed
      ? nil : dispute.stage(records).flatMap { records.hasHappened($0.answeredOn) ? nil : $0.due }
    return PanelRow(
      dispute.link,
      [
        context.isFaulty(dispute.link)
          ? Line("x", .fault) : isLate ? Line("!", .overdue) : .empty,
        strip.line(context.glyphs),
        due.map { Line($0.inList(on: records.day, hasWeekday: false), isLate ? .overdue : .text) }
          ?? .secondary(isClosed ? "settled" : "none owed"),
        Line(dispute.state(records), ColumnTone(standing: dispute.state(records)).role),
        .secondary(dispute.parties.short(in: context.workspace)),
        .text(dispute.title.asTitle, illustrative: dispute.illustrative),
      ])
  }

  /// What happened at each stage of the selected dispute, with the clock of its answer.
  var stages: Panel {
    let (rows, context, records) = (panel.rows, context, records)
    return Panel(
      .about, title: "Stage by stage",
      body: .text(about: .list) { row in
        guard let link = rows.subject(row).record, let dispute = context.workspace.disputes[link.id]
        else { return [] }
        let steps = dispute.stages.flatMap { stage -> [Line] in
          let since =
            stage.openedOn.map { "since \($0.inSentence(on: records.day))" }
            ?? "since an unknown day"
          return [Line(stage.stage.title.capitalizedFirst, .heading) + .secondary(", \(since)")]
            + [DisputeBoard.clock(stage, records)]
            + (stage.with.isEmpty ? [] : [.secondary("  seen to by \(stage.with)")])
            + (stage.outcome.isEmpty ? [] : [Line("  came to: \(stage.outcome)")])
        }
        let minuted =
          dispute.minutedAt.map { context.names(Meeting.kind, $0.id) } ?? "not minuted yet"
        let end: [Line] =
          records.hasHappened(dispute.closedOn)
          ? [
            Line("Settled", .good)
              + Line(
                ": \(dispute.outcome.isEmpty ? "what it came to is not recorded" : dispute.outcome)"
              )
          ]
          : []
        return [Line(dispute.title.asTitle, .heading)] + steps + end
          + [.secondary("Minutes: \(minuted)")]
          + (dispute.note.isEmpty ? [] : [.secondary("Note: \(dispute.note.asRead)")])
      }, emptyText: "Select a dispute to read how far it went.")
  }

  /// What is owed at a stage, and how far off that is.
  private static func clock(_ stage: DisputeStage, _ records: RecordContext) -> Line {
    if records.hasHappened(stage.answeredOn), let on = stage.answeredOn {
      let isLate = stage.due?.last.flatMap { due in on.first.map { $0 > due } } ?? false
      return .secondary("  answered \(on.inSentence(on: records.day))\(isLate ? ", late" : "")")
    }
    guard let due = stage.due, let last = due.last else {
      return .secondary("  no day is named for the answer")
    }
    return Line(
      "  answer by \(due.inSentence(on: records.day)): \(distanceWords(from: records.day, to: last))",
      last < records.day ? .overdue : .text)
  }
}
