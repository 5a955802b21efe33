import Safeguarding
import TerminalUI

/// One record in full, field by field.
package enum RecordPane: Pane {
  package static let id = "record"
  package static let title = "Record"
  package static let help =
    "One record in full: every field, its source, and what is wrong with it."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    guard path.count == 2, let record = context.workspace.record(kind: path[0], id: path[1]) else {
      return PaneContent(
        trail: [title],
        panel: Panel(
          "none", title: title, body: .text([]),
          emptyText: "There is no such record any more."))
    }
    let faults = context.workspace.faults.filter {
      $0.recordKind?.name == path[0] && $0.recordID == path[1]
    }
    var facts = faults.map { fault in
      Fact("Fault", [Line("x \(fault.message) \(fault.hint)", .fault), .secondary(fault.place)])
    }
    let texts = record.fieldTexts(context.names)
    if texts.contains(where: { $0.name == "illustrative" }) {
      facts.append(
        Fact(
          "Illustrative",
          [
            Line(
              "\(illustrativeMark) This record illustrates; it was not published.", .illustrative)
          ]))
    }
    facts += texts.filter { $0.name != "id" && $0.name != "illustrative" }
      .map { Fact($0.label, $0.lines.map { Line($0) }) }
    facts.append(Fact("Id", [.secondary(path[1])]))
    let kind = type(of: record).kind
    return PaneContent(
      trail: [kind.title],
      panel: Panel("record", title: kind.title, notes: [.secondary(path[1])], body: .facts(facts)))
  }
}

/// What is wrong in the data folder.
package enum FaultsPane: Pane {
  package static let id = "faults"
  package static let title = "Faults"
  package static let help = "What is wrong in the data: where, and how to mend it."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let faults = context.workspace.faults
    let rows = faults.enumerated().map { index, fault in
      let isError = fault.severity == .error
      return LinkedRow(
        "fault-\(index)",
        [
          Line(isError ? "x" : "?", isError ? .fault : .dueSoon), .secondary(fault.place),
          Line(fault.message),
        ], keys: [.number(isError ? 0 : 1), .text(fault.place), .text(fault.message)],
        target: fault.recordKind.flatMap { kind in
          fault.recordID.map { Place(record: RecordID(kind, $0)) }
        })
    }
    let list = Panel(
      "faults", title: "Faults and warnings",
      columns: [
        Column("", .fit(1)), Column("Where", .fit(48)), Column("What", .share(least: 24)),
      ], rows: rows, emptyText: "No faults were found.")
    let detail = Panel(
      "mending", title: "How to mend it",
      body: .detail(of: "faults") { id in
        guard let index = Int(id.dropFirst(6)), faults.indices.contains(index) else { return [] }
        let fault = faults[index]
        return [Line(fault.message), .empty, Line(fault.hint), .secondary(fault.place)]
      })
    return PaneContent(trail: [title], panels: [list, detail]) { area in
      area.rows([.share(2), .share(1)])
    }
  }
}
