import Safeguarding
import TerminalUI

/// Who changed what, and when: everything, or what became of one record.
package enum HistoryPane: Pane {
  package static let id = "history"
  package static let title = "History"
  package static let help = "Who changed what, and when; every change can be undone here."

  package static func content(_ context: PaneContext, path: [String]) -> PaneContent {
    let entries = context.shown(context.journal).filter { isAbout(path, $0, context) }
    let name =
      path.count == 2
      ? context.workspace.record(kind: path[0], id: path[1]).map(\.label) ?? path[1]
      : nil
    let latest = Array(entries.reversed())
    let rows = PanelRows(
      latest, id: { $0.id.description }, subject: { subject(of: $0, context) },
      key: { entry, column in
        switch column {
        case 0: .number(Double(entry.time))
        case 1: .text(entry.user)
        default: .text(entry.title)
        }
      },
      row: { entry in
        PanelRow(
          subject(of: entry, context), id: entry.id.description,
          [
            .secondary(when(entry, context)), Line(entry.user),
            Line(entry.headline(context.names).asTitle),
          ])
      })
    let list = Panel(
      .entries, title: name.map { "History of \($0)" } ?? "History of everything",
      notes: latest.isEmpty
        ? [context.closedNote]
        : [.secondary("u undoes the selected one"), context.closedNote],
      columns: [
        Column("When", .whole, alignment: .trailing), Column("Who", .text(least: 6, most: 18)),
        Column("What", .main()),
      ], rows: rows,
      emptyText: context.journalGaps.first
        ?? (name == nil
          ? "Nobody has changed anything with Masa yet. Whatever is saved is listed here."
          : "Nobody has changed this with Masa yet. ‹journal› shows the history of everything."))
    let detail = Panel(
      .changes, title: "What changed",
      body: .text(about: .entries) { lines(of: latest[$0], about: name, context) },
      emptyText: "Nothing has changed.")
    let record = path.count == 2 ? context.workspace.record(kind: path[0], id: path[1]) : nil
    var content = PaneContent(
      trail: [title] + (name.map { [$0] } ?? []), about: record.map { context.link(to: $0) },
      lede: lede(latest, context), panels: latest.isEmpty ? [list] : [list, detail]
    )
    content.isPast = true
    return content
  }

  /// How much was changed, by how many, and when last.
  static func lede(_ latest: [JournalEntry], _ context: PaneContext) -> [LedeBlock] {
    guard let last = latest.first else { return gaps(context) }
    let people = Set(latest.map(\.user)).count
    let undone = latest.count { $0.undoes != nil }
    var blocks: [LedeBlock] = [
      .fact(counted(latest.count, "change"), "the last one \(moment(last, context))"),
      .fact(
        people == 1 ? last.user : "\(people) people",
        people == 1 ? "all of it" : "last: \(last.user)"),
    ]
    if undone > 0 { blocks.append(.fact("\(undone) undone", "told as changes, too", .secondary)) }
    return blocks + gaps(context)
  }

  /// That some journals are not listed, or not from their beginning.
  private static func gaps(_ context: PaneContext) -> [LedeBlock] {
    guard let first = context.journalGaps.first else { return [] }
    let count = context.journalGaps.count
    return [.fact("\(counted(count, "journal")) not listed whole", first, .fault)]
  }

  /// When something was changed, as a list says it: the time first, for the latest stands on top.
  private static func when(_ entry: JournalEntry, _ context: PaneContext) -> String {
    let day = context.clock.day(entry.time)
    return "\(context.clock.time(entry.time)) \(day.inList(on: context.day))"
  }

  /// When something was changed, in a sentence.
  private static func moment(_ entry: JournalEntry, _ context: PaneContext) -> String {
    let day = context.clock.day(entry.time)
    return "\(day.inSentence(on: context.day)) at \(context.clock.time(entry.time))"
  }

  /// Whether an entry belongs into the history that a path asks for; a group's holds its whole folder.
  private static func isAbout(
    _ path: [String], _ entry: JournalEntry, _ context: PaneContext
  ) -> Bool {
    guard path.count == 2 else { return true }
    let folder = path[0] == PartnershipGroup.kind.name ? context.folder(of: path[1]) : nil
    return entry.changes.contains { change in
      (change.record.kind.name == path[0] && change.record.id == path[1])
        || folder == "\(change.folder)/"
    }
  }

  /// The first record that an entry changed and that is still there.
  private static func subject(of entry: JournalEntry, _ context: PaneContext) -> RowSubject {
    let record = entry.changes.lazy.map(\.record).first {
      context.workspace.record(kind: $0.kind.name, id: $0.id) != nil
    }
    return record.map { .record($0) } ?? .none
  }

  private static func lines(
    of entry: JournalEntry, about name: String?, _ context: PaneContext
  ) -> [Line] {
    // What the list is about, or its row names, is not named in each line.
    let heading = [entry.headline(context.names), name ?? ""].joined(separator: " ")
    let words = context.sentences(of: entry.changes, under: heading)
    let place = entry.id.folder.isEmpty ? "the data folder" : entry.id.folder
    return words.map { Line($0) }
      + [.empty, .secondary("\(entry.user), \(context.clock.words(entry.time)), in \(place)")]
  }
}
