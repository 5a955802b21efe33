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
      return .nothing([title], title: title, "There is no such record any more.")
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
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    facts += record.following(records).sorted { $0.key < $1.key }
      .map { Fact(fieldLabel($0.key, of: type(of: record)), [.secondary($0.value)]) }
    facts.append(Fact("Id", [.secondary(path[1])]))
    let kind = type(of: record).kind
    let about = RecordID(kind, path[1])
    let panel = Panel(
      .record, title: kind.title, notes: [.secondary(path[1])], body: .facts(facts))
    let named = referrers(to: about, context)
    var content =
      named.map { named in
        PaneContent(trail: [kind.title], about: about, panels: [panel, named])
      } ?? PaneContent(trail: [kind.title], about: about, panel: panel)
    let isKnown = !isTooMany(context) || context.referrers.links(to: about) != nil
    content.awaitsReferrers = isKnown ? nil : about
    return content.adding(
      ((record as? ActionItem).map { [context.newAction(in: $0.group)] } ?? [])
        + context.newParts(of: record))
  }
}

extension RecordPane {
  /// Whether there are too many records to look through them before the page shows.
  private static func isTooMany(_ context: PaneContext) -> Bool {
    context.workspace.recordCount > FoundReferrers.most
  }

  /// The records that name this one; nil where none does.
  ///
  /// Of very many they are looked up while the page shows already.
  private static func referrers(to record: RecordID, _ context: PaneContext) -> Panel? {
    let isTooMany = isTooMany(context)
    let known =
      isTooMany
      ? context.referrers.links(to: record) : context.workspace.referrers(to: record)
    guard let found = known else {
      let count = context.workspace.recordCount
      return Panel(
        .referrers, title: "Named by", columns: referrerColumns, rows: [],
        emptyText: "Looking through \(counted(count, "record")) for those that name this one…")
    }
    if found.isEmpty, !isTooMany { return nil }
    let rows = PanelRows(
      found, id: { "\($0.kind.name)/\($0.id)" }, subject: { .record($0) },
      key: { link, column in
        .text(column == 0 ? link.kind.title : context.label(of: link))
      },
      row: { link in
        PanelRow(
          link, id: "\(link.kind.name)/\(link.id)",
          [.secondary(link.kind.title), Line(context.label(of: link))])
      })
    return Panel(
      .referrers, title: "Named by", notes: [.secondary(counted(found.count, "record"))],
      columns: referrerColumns, rows: rows, emptyText: "No record names this one.")
  }

  private static let referrerColumns = [
    Column("Kind", .text(least: 10, most: 18)), Column("Record", .main()),
  ]
}

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
        case 1: .text(fault.place)
        default: .text(fault.message)
        }
      },
      row: { fault in
        let isError = fault.severity == .error
        let cells = [
          Line(isError ? "x" : "?", isError ? .fault : .dueSoon), .secondary(fault.place),
          Line(fault.message),
        ]
        guard let kind = fault.recordKind, let id = fault.recordID else {
          return PanelRow(fault.place, cells)
        }
        return PanelRow(RecordID(kind, id), cells)
      })
    let list = Panel(
      .faults, title: "Faults and warnings",
      columns: [
        Column("", .whole), Column("Where", .text(least: 10, most: 48)), Column("What", .main()),
      ], rows: rows, emptyText: "No faults were found.")
    let detail = Panel(
      .mending, title: "How to mend it",
      body: .detail(of: .faults) { position in
        let fault = faults[position]
        return [Line(fault.message), .empty, Line(fault.hint), .secondary(fault.place)]
      })
    return PaneContent(trail: [title], panels: [list, detail])
  }
}
