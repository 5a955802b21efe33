import Safeguarding
import TerminalUI

/// How the tables of a place were before the data under them changed.
private struct PlaceBefore {
  let place: Place
  let panels: [Panel]
  let shown: [String: Table]
  /// The position of the selected row of each table.
  let selected: [String: Int]
  let focused: String?
}

extension Dashboard {
  /// Shows a workspace that somebody else has changed: what one looks at stays under one's eyes.
  mutating func receive(changed workspace: Workspace, news: [News]) -> [DashboardEffect] {
    let before = placeBefore
    if together.isJournalKnown {
      let known = Set(context.journal.map(\.id))
      let new = news.map(\.entry).filter { !known.contains($0.id) }
      if !new.isEmpty { context.journal = (context.journal + new).joined }
    }
    look(at: workspace)
    let isMarked = !news.isEmpty && mark(since: before, NewsPlaces(news))
    if !news.isEmpty { tell(ofOthers: words(of: news)) }
    keepRows(since: before, isTold: !news.isEmpty)
    scrollToSelection()
    noteReload()
    tellForm(news)
    goToAwaited()
    guard isMarked else { return [] }
    return [.fadeMarks(together.generation, afterSeconds: Dashboard.secondsOfMarks)]
  }

  /// How long the marks of what others changed are shown.
  private static let secondsOfMarks = 20

  /// Takes away the marks of changes up to a number.
  mutating func fadeMarks(through generation: Int) {
    for place in Array(together.marks.keys) {
      together.marks[place]?.fade(through: generation)
      if together.marks[place]?.isEmpty != false { together.marks[place] = nil }
    }
  }

  private var placeBefore: PlaceBefore {
    var selected: [String: Int] = [:]
    for panel in content.panels { selected[panel.id] = selection(in: panel.id) }
    return PlaceBefore(
      place: visit.place, panels: content.panels, shown: tables, selected: selected,
      focused: focusedPanel?.id)
  }

  /// Marks what differs; answers whether anything does.
  private mutating func mark(since before: PlaceBefore, _ places: NewsPlaces) -> Bool {
    let generation = together.generation + 1
    var marks = together.marks[before.place] ?? PlaceMarks()
    for panel in content.panels {
      guard let last = before.panels.first(where: { $0.id == panel.id }) else { continue }
      switch (last.body, panel.body) {
      case (.table(let old), .table(let new)):
        let matching = RowMatching(of: last, with: panel)
        marks.note(new, of: panel.id, since: old, matching, generation: generation) { row in
          places.concern(row, of: panel, at: visit.place, context)
        }
      case (.facts(let old), .facts(let new)):
        marks.note(new, of: panel.id, since: old, generation: generation)
      default: continue
      }
    }
    together.marks[before.place] = marks.isEmpty ? nil : marks
    let isNew = marks.rows.values.contains { rows in
      rows.values.contains { $0.generation == generation }
    }
    if isNew { together.generation = generation }
    return isNew
  }

  /// Keeps the selection and the scrolling of each table with their records.
  private mutating func keepRows(since before: PlaceBefore, isTold: Bool) {
    if let focused = before.focused,
      let index = content.panels.firstIndex(where: { $0.id == focused })
    {
      visit.focus = index
    }
    for panel in content.panels {
      guard let last = before.panels.first(where: { $0.id == panel.id }),
        let old = before.shown[panel.id], let new = tables[panel.id],
        let index = before.selected[panel.id]
      else { continue }
      let isFocused = panel.id == before.focused
      guard isFocused || visit.lists[panel.id] != nil else { continue }
      let matching = RowMatching(of: last, with: panel)
      let shown = Set(new.rows.lazy.filter { !$0.isHeading }.map(\.id))
      func now(_ row: TableRow) -> String? {
        matching.id(now: row.id).flatMap { shown.contains($0) ? $0 : nil }
      }
      let order = old.rows[index...] + old.rows[..<index].reversed()
      let kept = order.lazy.filter { !$0.isHeading }.compactMap(now).first
      if isTold, isFocused, now(old.rows[index]) == nil { tellGone(old.rows[index], old) }
      var state = visit.lists[panel.id] ?? ListState()
      state.selectedID = kept
      if let place = new.rows.firstIndex(where: { $0.id == kept }) {
        // It stays as far from the top as it was.
        state.offset = max(0, state.offset + place - index)
      }
      visit.lists[panel.id] = state
    }
  }

  /// Says that what was selected is not in the list any more.
  private mutating func tellGone(_ row: TableRow, _ table: Table) {
    let main = table.columns.firstIndex { if case .share = $0.width { true } else { false } } ?? 0
    let name = main < row.cells.count ? row.cells[main].plain.shortened : row.id
    tell(
      ofOthers: together.told
        + " (\"\(name)\" is not in this list any more; the next one is selected.)")
  }

  /// Says what became of one's own edit; what others do meanwhile is told behind it.
  mutating func tell(ofOwn sentence: String) {
    together.receipt = sentence
    notice = ([sentence, together.told].filter { !$0.isEmpty }).joined(separator: "; ")
  }

  /// Says what others did, behind what became of one's own edit.
  mutating func tell(ofOthers sentence: String) {
    // What the last line says already, such as why something may not be done, stays in front.
    if together.receipt.isEmpty, notice != together.told { together.receipt = notice }
    together.told = sentence
    notice = ([together.receipt, sentence].filter { !$0.isEmpty }).joined(separator: "; ")
  }

  /// Forgets what was told: something else is done.
  mutating func clearNotice() {
    notice = ""
    together.receipt = ""
    together.told = ""
  }

  /// What others did, for the last line: "ann, 14:02: Status of ...: open, now done".
  private func words(of news: [News]) -> String {
    guard let latest = news.last else { return "" }
    let lines = news.map(\.entry).joined.reversed().flatMap { context.sentences(of: $0.changes) }
    let first = lines.first ?? latest.entry.headline(context.names)
    let more = lines.count - 1
    return "\(latest.entry.user), \(latest.at): \(first)"
      + (more > 0 ? ", and \(counted(more, "more change"))" : "")
  }

  /// Says in an open form what others changed in its record.
  private mutating func tellForm(_ news: [News]) {
    guard let form, !form.sentence.isEmpty else { return }
    let records = form.subjects.map(\.target.record)
    for item in news.reversed() {
      let fields = item.entry.changes.filter { records.contains($0.record) }.compactMap(\.field)
      if fields.isEmpty { continue }
      let labels = fields.map { fieldLabel($0) }.joined(separator: ", ")
      self.form?.sentence =
        "\(item.entry.user) changed \(labels) meanwhile (\(item.at)); you keep what you typed. "
        + "Where both changed the same field, you are asked when you save."
      return
    }
  }
}
