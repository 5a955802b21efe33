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
    var naming = RecordNaming(context.workspace)
    for field in texts where field.name != "id" && field.name != "illustrative" {
      facts.append(field.fact(&naming))
    }
    let records = RecordContext(context.workspace, day: context.day, names: context.names)
    facts += record.following(records).sorted { $0.key < $1.key }
      .map { Fact(fieldLabel($0.key, of: type(of: record)), [.secondary($0.value)]) }
    facts.append(Fact("Id", [.secondary(path[1])]))
    let kind = type(of: record).kind
    let about = RecordID(kind, path[1])
    let panel = Panel(.record, title: kind.title, body: .facts(facts))
    let named = referrers(to: about, context)
    var content = PaneContent(
      trail: group(of: record, context) + [kind.title], about: about,
      lede: lede(of: about, faults: faults.count, context),
      panels: [panel] + (named.map { [$0] } ?? []))
    let isKnown = !isTooMany(context) || context.referrers.links(to: about) != nil
    content.awaitsReferrers = isKnown ? nil : about
    return content.adding(
      ((record as? ActionItem).map { [context.newAction(in: $0.group)] } ?? [])
        + context.newParts(of: record))
  }
}

extension RecordPane {
  /// The group that a record belongs to, as the way to it names it; nothing where it belongs to none.
  private static func group(of record: any Entity, _ context: PaneContext) -> [String] {
    guard let id = record.stored?["group"]?.text else { return [] }
    return [context.workspace.groups[id]?.label ?? id]
  }

  /// What is wrong with a record, and what is owed by it and when.
  private static func lede(
    of record: RecordID, faults: Int, _ context: PaneContext
  ) -> [LedeBlock] {
    let owed = context.deadlines.filter { $0.record == record && $0.status.isOpen }
    let late = owed.filter { $0.status == .overdue }
    var blocks: [LedeBlock] = []
    if faults > 0 {
      blocks.append(.fact(counted(faults, "fault"), "told below, and how to mend it", .fault))
    }
    guard let first = late.first ?? owed.first(where: { $0.due != nil }) else { return blocks }
    let due = first.due.map { "due \($0.inSentence(on: context.day))" } ?? ""
    let distance = first.distanceWords(on: context.day).capitalisedFirst
    let what = distance.isEmpty ? first.status.title.capitalisedFirst : distance
    blocks.append(late.isEmpty ? .fact(what, due, first.status.role) : .alarm(what, due))
    let owner = first.owners.short(in: context.workspace)
    blocks.append(
      owner.isEmpty
        ? .fact("nobody", "is named for it", .overdue) : .fact(owner, "owes it"))
    if owed.count > 1 {
      blocks.append(.fact("\(owed.count) dates", "\(late.count) late", .secondary))
    }
    return blocks
  }

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
        .referrers, title: "Records that name it", columns: referrerColumns, rows: [],
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
      .referrers, title: "Records that name it",
      notes: [.secondary(counted(found.count, "record"))],
      columns: referrerColumns, rows: rows, emptyText: "No record names this one.")
  }

  private static let referrerColumns = [
    Column("Kind", .text(least: 10, most: 18)), Column("Record", .main()),
  ]
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
