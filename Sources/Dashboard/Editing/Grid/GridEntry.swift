import Entry
import Safeguarding
import TerminalUI

/// What is done with the grid of figures that is open, between the keys and the effects.
enum GridEntry {
  /// Opens the grid of an agency's period, with what was typed into it before and not saved.
  static func open(_ start: GridStart, in dashboard: inout Dashboard) {
    let grid = dashboard.context.figureGrid(start.source, start.period)
    var form = GridForm(
      grid, sources: dashboard.context.figureSources,
      periods: dashboard.context.figurePeriods(of: start.source),
      at: start.indicator)
    form.readFrom = dashboard.context.stored.folderIdentities
    if let draft = dashboard.drafts[form.draftID] {
      form.resume(draft)
      dashboard.notice = "Here is what you typed before and did not save. Ctrl-X drops it."
    }
    dashboard.grid = form
    dashboard.mode = .entering
  }

  /// Does what a key means while a grid of figures is open.
  static func receive(_ key: Key, in dashboard: inout Dashboard) -> [DashboardEffect] {
    guard var grid = dashboard.grid else {
      dashboard.mode = .resting(dashboard)
      return []
    }
    if key == .control("z") { return [.terminal(.suspend)] }
    if grid.saving != nil, key != .escape, key != .control("c") {
      dashboard.notice = "It is being saved. Esc leaves the figures meanwhile."
      return []
    }
    if key == .function(1) || key == .function(10) {
      dashboard.mode = .choosing(Chooser(.help))
      return []
    }
    let answer = grid.receive(
      key, page: GridLayout(grid, in: area(in: dashboard.browsing)).rowCount,
      dashboard.context.entry)
    dashboard.grid = grid
    return follow(answer, in: &dashboard)
  }

  /// Takes pasted text into the grid.
  static func paste(_ text: String, into dashboard: inout Dashboard) -> [DashboardEffect] {
    guard var grid = dashboard.grid, grid.saving == nil else { return [] }
    let answer = grid.paste(text, dashboard.context.stored)
    dashboard.grid = grid
    return follow(answer, in: &dashboard)
  }

  private static func follow(
    _ answer: GridForm.Answer, in dashboard: inout Dashboard
  ) -> [DashboardEffect] {
    switch answer {
    case .moved: return []
    case .typed: return keepDraft(in: &dashboard)
    case .told(let sentence):
      dashboard.notice = sentence
      return []
    case .open(let source, let period):
      let effects = keepDraft(in: &dashboard)
      let stop = dashboard.grid?.stop ?? .agency
      open(GridStart(source: source, period: period), in: &dashboard)
      dashboard.grid?.go(to: stop)
      return effects
    case .save: return save(in: &dashboard)
    case .leave: return leave(in: &dashboard)
    case .drop:
      guard let grid = dashboard.grid, grid.isChanged else { return close(in: &dashboard) }
      dashboard.mode = .confirming(
        Confirmation("Throw away what you typed in \"\(grid.title.shortened)\"?", .dropDraft))
      return []
    }
  }

  /// Saves all that is typed with the mark of the return, as one edit; else goes to what is in the way.
  private static func save(in dashboard: inout Dashboard) -> [DashboardEffect] {
    guard var form = dashboard.grid else { return [] }
    form.refusal = ""
    func called(_ rows: [Int]) -> String { listed(rows.map { form.name(ofRow: $0) }) }
    let faulty = form.states.indices.filter { form.states[$0].isFaulty }
    let silent = form.states.indices.filter { form.states[$0].needsComment }
    if let first = faulty.first ?? silent.first {
      form.go(to: .cell(row: first, faulty.isEmpty ? .comment : .value))
      form.refusal =
        faulty.isEmpty
        ? "Not saved yet. A comment has to say why it is meant: \(called(silent))."
        : "Not saved yet. This cannot be kept as it is: \(called(faulty))."
      dashboard.grid = form
      return keepDraft(in: &dashboard)
    }
    let changes: [Change]
    do throws(NewRecord.Problem) {
      changes = try form.grid.changes(in: dashboard.context.stored, on: dashboard.context.day)
    } catch {
      form.refusal = "Not saved. \(error.sentence) Everything you typed is still here."
      dashboard.grid = form
      return keepDraft(in: &dashboard)
    }
    guard form.grid.changedCount > 0 || form.isOnlyMarked, !changes.isEmpty else {
      dashboard.notice = "Nothing was typed, so nothing was saved and the return was not marked."
      return close(in: &dashboard)
    }
    var edit = Edit(form.editTitle, changes)
    edit.readFrom = form.readFrom
    edit = dashboard.stamped(edit)
    form.saving = edit
    dashboard.grid = form
    return keepDraft(in: &dashboard) + dashboard.commit(edit)
  }

  /// Leaves the grid: what is typed stays a draft.
  private static func leave(in dashboard: inout Dashboard) -> [DashboardEffect] {
    guard let form = dashboard.grid else { return [] }
    let effects = keepDraft(in: &dashboard)
    (dashboard.grid, dashboard.mode) = (nil, .browsing)
    if let edit = form.saving {
      dashboard.leftWhileSaving[edit] = dashboard.drafts[form.draftID]
      dashboard.notice = "It is still being saved."
    } else if form.isChanged {
      dashboard.notice = "Kept as a draft, not saved. Press ‹figures› on the same agency to go on."
    }
    return effects
  }

  /// Keeps what is typed, or forgets it where nothing differs any more.
  static func keepDraft(in dashboard: inout Dashboard) -> [DashboardEffect] {
    guard let draft = dashboard.grid?.draft else { return [] }
    if draft.isEmpty {
      return dashboard.drafts.removeValue(forKey: draft.id) == nil ? [] : [.dropDraft(draft.id)]
    }
    dashboard.drafts[draft.id] = draft
    return [.saveDraft(draft)]
  }

  /// Closes the grid for good.
  static func close(in dashboard: inout Dashboard) -> [DashboardEffect] {
    guard let form = dashboard.grid else { return [] }
    (dashboard.grid, dashboard.mode) = (nil, .browsing)
    return dashboard.drafts.removeValue(forKey: form.draftID) == nil
      ? [] : [.dropDraft(form.draftID)]
  }

  /// Looks at the figures of the open grid as they stand now.
  static func noteReload(in dashboard: inout Dashboard) {
    guard var form = dashboard.grid, form.saving == nil else { return }
    form.look(at: dashboard.context.figureGrid(form.grid.source, form.grid.period))
    form.readFrom = dashboard.context.stored.folderIdentities
    dashboard.grid = form
  }

  /// Goes on with figures that were typed and not saved.
  static func resume(_ draft: Draft, in dashboard: inout Dashboard) {
    guard let (source, period) = GridForm.subject(of: draft) else { return }
    open(GridStart(source: source, period: period), in: &dashboard)
  }

  /// Gives the keys to the cell that was pressed.
  static func press(_ mouse: MouseEvent, in dashboard: inout Dashboard) {
    guard var form = dashboard.grid, form.saving == nil, form.pasted == nil else { return }
    switch mouse.action {
    case .press, .doublePress:
      guard let stop = GridLayout(form, in: area(in: dashboard.browsing)).stop(at: mouse.point)
      else { return }
      form.go(to: stop)
    case .wheelUp: form.go(by: -1)
    case .wheelDown: form.go(by: 1)
    }
    dashboard.grid = form
  }

  /// The room of the grid: all between the tabs and the last line.
  static func area(in browsing: Browsing) -> Rect {
    let (top, size) = (browsing.ledeTop, browsing.size)
    return Rect(x: 0, y: top, width: size.width, height: size.height - top - 1)
  }
}

extension GridForm {
  /// A row by its number and what it is called.
  func name(ofRow row: Int) -> String {
    let row = grid.rows[row]
    let number = row.indicator.number
    let part = row.parts.isEmpty ? "" : ", \(row.label)"
    return (number.isEmpty ? "" : "\(number) ") + row.indicator.label + part
  }

  /// Whether nothing but the mark of the return is left to save: every figure is there.
  var isOnlyMarked: Bool { grid.isReceived && grid.blankCount == 0 }

  /// What history calls the edit: "Figures of Medway Council, Q4 2023/24: 6 figures, return received".
  fileprivate var editTitle: String {
    let count = grid.changedCount
    let blank = grid.blankCount
    let parts = [
      count == 0 ? "" : counted(count, "figure"), grid.isReceived ? "return received" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(title): \(parts)\(blank == 0 ? "" : " (\(blank) still blank)")"
  }
}
