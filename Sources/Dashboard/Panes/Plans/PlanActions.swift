import Safeguarding
import TerminalUI

/// Actions of plans: by when as first printed and as last agreed, who leads, how they stand, how they were judged,
/// and what shows it.
struct PlanActions: Sendable {
  /// What parts the list.
  enum Parting: Sendable {
    /// The plan and its priority or objective.
    case priority
    /// Who leads.
    case lead
  }

  /// What parts the list, or the position of an action.
  private enum Entry: Sendable {
    case band(String, Int, Int)
    case action(Int)
  }

  private let context: PaneContext
  private let records: RecordContext
  private let entries: [Entry]
  private let parting: Parting
  let shown: [ActionItem]
  /// Whether any of them was judged, or has something that shows it: else the columns say nothing.
  private let saysJudged: Bool
  private let saysShown: Bool

  init(_ context: PaneContext, by parting: Parting, where isShown: (ActionItem) -> Bool) {
    (self.context, self.parting) = (context, parting)
    let records = context.recordContext
    self.records = records
    let all = context.workspace.actions.all
    let positions = all.indices.filter {
      all[$0].isKnown(on: context.day) && isShown(all[$0])
        && context.scope.mayInclude(all[$0], records)
    }
    let known = positions.map { all[$0].known(on: context.day) }
    shown = known
    saysJudged = known.contains { $0.ratings.latest(records) != nil }
    saysShown = known.contains {
      !($0.impact.isEmpty && $0.evidence.isEmpty && $0.progress.isEmpty)
    }
    var words: [String] = []
    var bands: [String: [Int]] = [:]
    for position in positions {
      let word = PlanActions.words(of: all[position], by: parting, context)
      if bands[word] == nil { words.append(word) }
      bands[word, default: []].append(position)
    }
    if parting == .lead {
      words.sort { (bands[$1]?.count ?? 0, $0) < (bands[$0]?.count ?? 0, $1) }
    }
    // What is late comes first, then what is open, then what nobody reports on.
    func urgency(_ word: String) -> Int {
      let members = (bands[word] ?? []).map { all[$0].known(on: context.day) }
      return members.contains { $0.isOverdue(on: context.day) }
        ? 0 : members.contains(where: \.isOpen) ? 1 : 2
    }
    if parting == .priority {
      let order = words.enumerated().map { (urgency($0.element), $0.offset, $0.element) }
      words = order.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
    entries = words.flatMap { word -> [Entry] in
      let members = bands[word] ?? []
      let late = members.count { all[$0].known(on: context.day).isOverdue(on: context.day) }
      return [.band(word, members.count, late)] + members.map { .action($0) }
    }
  }

  private static func words(
    of action: ActionItem, by parting: Parting, _ context: PaneContext
  ) -> String {
    if parting == .lead {
      let lead = action.owners.short(in: context.workspace)
      return lead.isEmpty ? "Nobody named" : lead
    }
    guard let plan = action.plan.flatMap({ context.workspace.plans[$0] }) else {
      return action.area.isEmpty ? "Of no priority" : action.area
    }
    // An action of two priorities stands under both: "4+5".
    let numbers = action.priority.split(separator: "+").map(String.init)
    let titles = numbers.compactMap { number in
      plan.priorities.first { $0.number == number }?.title.asTitle
    }
    let word = [action.priority, titles.joined(separator: " and ")].filter { !$0.isEmpty }
    return word.isEmpty ? plan.title : "\(plan.title): \(word.joined(separator: " "))"
  }

  func panel(_ title: String) -> Panel {
    let (list, all) = (self, context.workspace.actions.all)
    let late = shown.count { $0.isOverdue(on: context.day) }
    let rows = PanelRows(
      entries,
      headings: entries.indices.filter { if case .band = entries[$0] { true } else { false } },
      id: { entry in
        switch entry {
        case .band(let words, _, _): "band-\(words)"
        case .action(let position): all[position].id
        }
      },
      subject: {
        if case .action(let position) = $0 { .record(all[position].link) } else { .none }
      },
      row: { list.row($0, of: all) })
    var panel = Panel(
      .actions, title: title,
      notes: [
        Line("\(late) overdue", late == 0 ? .secondary : .overdue),
        .secondary(saysJudged ? "" : "none judged"), .secondary(saysShown ? "" : "nothing shown"),
      ].filter { !$0.plain.isEmpty },
      columns: [
        Column("", .whole), Column("By", .text(least: 10, most: 26)),
        Column("Lead", .text(least: 8, most: 18)), Column("Stands", .whole, rank: 1),
        Column("Judged", .text(least: 8, most: 16), rank: 1),
        Column("Shown by", .whole, rank: 1), Column("No", .whole, rank: 2),
        Column("What", .main()),
      ], rows: rows, emptyText: "No such actions yet.")
    panel.additions = additions
    return panel
  }

  /// A new action of the plan in force, under the group that leads its partnership.
  private var additions: [Addition] {
    context.partnerships.compactMap { partnership in
      guard let group = partnership.executive else { return nil }
      var action = ActionItem(raisedIn: group, on: context.day, by: nil, from: nil)
      action.origin = .plan
      action.plan = context.workspace.plans.all.first {
        $0.partnership.id == partnership.id && context.day.mayLie(from: $0.from, to: $0.to)
      }.map { Reference($0.id) }
      return Addition(action, of: partnership.label)
    }
  }

  private func row(_ entry: Entry, of all: [ActionItem]) -> PanelRow {
    guard case .action(let position) = entry else {
      guard case .band(let words, let count, let late) = entry else { return band("", "", 0) }
      return PanelRow(
        "band-\(words)", [Line(words, .heading)], isHeading: true,
        tally: .secondary("\(count)") + (late == 0 ? .empty : Line(", \(late) late", .overdue)))
    }
    let action = all[position].known(on: context.day)
    let isLate = action.isOverdue(on: context.day)
    let rating = action.ratings.latest(records)
    let table = ActionTable(context: context)
    return PanelRow(
      action.link,
      [
        table.mark(action, false), Line(by(action), isLate ? .overdue : .text),
        // Where the bands say who leads, the rows need not.
        parting == .lead
          ? .empty
          : .owner(action.owners, action.isOpen ? .text : .done, isWanted: action.isOpen, context),
        Line(
          isLate ? "overdue" : action.status.title, isLate ? .overdue : table.statusRole(action)),
        rating.map { Line($0.level, $0.tone(in: context.workspace).role) }
          ?? .secondary(saysJudged ? "not judged" : ""),
        saysShown ? PlanActions.shownBy(action) : .empty, .secondary(action.number),
        Line(action.title.asTitle),
      ])
  }

  /// By when: the first date, and the last one where later ones were agreed.
  private func by(_ action: ActionItem) -> String {
    let dates = action.targets.compactMap(\.due)
    let first =
      action.due?.printed ?? action.due?.short ?? action.repeats?.words
      ?? (dates.isEmpty ? "no date" : counted(dates.count, "date"))
    guard let later = action.extensions.last?.to else { return first }
    return "\(first), now \(later.short)"
  }

  private static func shownBy(_ action: ActionItem) -> Line {
    if !action.impact.isEmpty { return Line("an effect", .good) }
    if !action.evidence.isEmpty { return Line("evidence") }
    return action.progress.isEmpty ? .secondary("nothing") : .secondary("a note")
  }
}
