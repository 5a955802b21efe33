import Safeguarding
import TerminalUI

/// What is wrong in the data folder.
package enum FaultsPane: Pane {
  package static let id = "faults"
  package static let title = "Faults"
  package static let help = "What is wrong in the data: where, and how to mend it."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let faults = context.workspace.faults
    let rows = PanelRows(
      faults, id: { "\($0.place): \($0.message)" },
      subject: { fault in
        guard let kind = fault.recordKind, let id = fault.recordID else { return .none }
        return .record(RecordID(kind, id))
      },
      key: { fault, column in
        switch column {
        case 0: .number(fault.severity == .error ? 0 : 1)
        case 1: .text(fault.recordKind?.title ?? "")
        case 2: .text(fault.place)
        default: .text(fault.message)
        }
      },
      row: { fault in
        let isError = fault.severity == .error
        let cells = [
          Line(isError ? "x" : "?", isError ? .fault : .dueSoon),
          Line(fault.recordKind?.title ?? "whole file"), .secondary(fault.place),
          Line(fault.message.asTitle),
        ]
        guard let kind = fault.recordKind, let id = fault.recordID else {
          return PanelRow(fault.place, cells)
        }
        return PanelRow(RecordID(kind, id), cells)
      })
    let list = Panel(
      .faults, title: "Faults and warnings",
      columns: [
        Column("", .whole), Column("Which", .whole, rank: 1),
        Column("Where", .text(least: 10, most: 48), rank: 2), Column("What is wrong", .main()),
      ], rows: rows, emptyText: "No faults were found: every record can be read."
    ).goodWhenEmpty
    let detail = Panel(
      .mending, title: "How to mend it",
      body: .text(about: .faults) { position in
        let fault = faults[position]
        return [Line(fault.message), .empty, Line(fault.hint), .secondary(fault.place)]
      })
    return PaneContent(
      trail: [title], lede: lede(faults), panels: faults.isEmpty ? [list] : [list, detail])
  }

  /// How much is wrong, and what that keeps from being shown.
  static func lede(_ faults: [Fault]) -> [LedeBlock] {
    if faults.isEmpty { return [] }
    let errors = faults.filter { $0.severity == .error }
    let files = errors.unreadFiles.count
    let tally = faults.tally
    var blocks: [LedeBlock] = []
    if !errors.isEmpty {
      blocks.append(
        .fact(
          counted(tally.errors, "fault"),
          "in \(counted(Set(errors.map(\.file)).count, "file"))", .fault))
    }
    if files > 0 {
      blocks.append(
        .fact(
          "\(counted(files, "file")) not read",
          "the screens lack what is in \(files == 1 ? "it" : "them")",
          .fault))
    }
    let warnings = tally.warnings
    if warnings > 0 {
      blocks.append(
        .fact(
          "\(grouped(warnings)) to check",
          "nothing is missing for \(warnings == 1 ? "it" : "them")",
          .dueSoon))
    }
    return blocks
  }
}
