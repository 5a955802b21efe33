import Safeguarding
import TerminalUI

extension Dashboard {
  /// Why there is nothing to tick here; nil when there is.
  var reasonNotToTick: String? {
    let actions = chosenActions
    if !actions.isEmpty {
      return actions.lazy.compactMap {
        self.reasonNotToChange($0.link, fields: ["status", "doneOn"])
      }.first
    }
    if focusedPanel?.id == "checklist" {
      guard let stretch = nextStretch else { return "No handover is in sight." }
      return stretch.term == nil || handoverTerm?.handover.isEmpty == true
        ? reasonNotToAdd(ChairTerm.kind, "chair-terms")
        : handoverTerm.flatMap { reasonNotToChange($0.link) }
    }
    guard let selection = editSelection,
      ["attendance", "papers", "handover"].contains(selection.form)
    else {
      return "Space ticks actions, attendance, papers and the handover list. Nothing such is here."
    }
    return reasonNotToChange(selection.target.record, in: selection.target.document)
  }

  /// Ticks what is selected, or all that is marked; what was ticked is opened again.
  mutating func tick() -> [DashboardEffect] {
    let actions = chosenActions
    if !actions.isEmpty { return tick(actions) }
    if focusedPanel?.id == "checklist" { return tickHandover() }
    guard let selection = editSelection,
      var meeting = context.workspace.meetings[selection.target.record.id]
    else { return [] }
    let before = meeting
    let indexes = selection.target.path.compactMap { step in
      if case .element(let index) = step { index } else { nil }
    }
    guard let index = indexes.first else { return [] }
    let title: String
    if selection.form == "attendance" {
      let status = meeting.attendance[index].status.next
      if status == .apologies {
        openReason(of: selection)
        return []
      }
      meeting.attendance[index].status = status
      if status == .present { meeting.attendance[index].reason = "" }
      let who = Line(selection.label).plain.split(separator: ":").first.map(String.init)
      title = "Attendance: \(who ?? selection.label), \(status.title)"
    } else if selection.form == "papers", indexes.count == 2 {
      let isIn = meeting.agenda[index].papers[indexes[1]].receivedOn != nil
      meeting.agenda[index].papers[indexes[1]].receivedOn = isIn ? nil : context.day
      title = "Paper \(isIn ? "not in" : "received"): \(selection.label)"
    } else {
      return []
    }
    return commit(Edit(title, before.changes(to: meeting, in: selection.target.document)))
  }

  /// Opens the form of somebody who sends apologies, where their reason is typed.
  private mutating func openReason(of selection: EditSelection) {
    guard let kind = FormKind(of: selection.target) else { return }
    openForm(
      kind, selection.target, "Edit \(kind.title): \(selection.label)",
      offered: ["status": AttendanceStatus.apologies.title])
    if let form, let index = form.fields.firstIndex(where: { $0.name == "reason" }) {
      self.form?.focus(on: index, context)
    }
  }

  private mutating func tick(_ actions: [ActionItem]) -> [DashboardEffect] {
    let isClosing = actions.contains { $0.isOpen || $0.status == .unknown }
    let chosen = actions.filter { isClosing ? !$0.isClosed : true }
    let changes = chosen.flatMap { action -> [Change] in
      guard let document = context.workspace.document(of: action.link) else { return [] }
      let after = isClosing ? action.completed(on: context.day) : action.reopened()
      return action.changes(to: after, in: document)
    }
    let what = chosen.count == 1 ? chosen[0].title : counted(chosen.count, "action")
    let done = chosen.count == 1 && !isClosing ? chosen[0].doneOn : nil
    let was = done.map { " (was done on \($0.short))" } ?? ""
    marked.removeAll(where: marks.contains)
    return commit(Edit("\(isClosing ? "Tick" : "Open again\(was)"): \(what)".shortTitle, changes))
  }

  /// Ticks an item of the handover list; a list that only the pattern gives is recorded with it.
  private mutating func tickHandover() -> [DashboardEffect] {
    guard let group = groupHere, let stretch = nextStretch,
      let index = selectedRow?.id.split(separator: "-").last.flatMap({ Int($0) }),
      stretch.handover.indices.contains(index)
    else { return [] }
    let document = "groups/\(group.id)/chair-terms.json"
    var items = stretch.handover
    items[index].doneOn = items[index].isDone ? nil : ImpreciseDate(context.day)
    let title = "\(items[index].isDone ? "Tick" : "Open again"): \(items[index].title)".shortTitle
    if let term = handoverTerm {
      var after = term
      after.handover = items
      return commit(
        Edit(
          title,
          term.changes(to: after, in: context.workspace.document(of: term.link) ?? document)))
    }
    var term = ChairTerm()
    term.group = Reference(group.id)
    (term.agency, term.person, term.title) = (stretch.agency, stretch.person, stretch.title)
    (term.from, term.to) = (ImpreciseDate(stretch.first), ImpreciseDate(stretch.last))
    (term.status, term.handover) = (.planned, items)
    return commit(Edit(title, [term.added(to: document)]))
  }

  /// Why the selected row cannot be marked; nil when it can.
  var reasonNotToMark: String? {
    selectedAction == nil ? "Only actions are marked for doing one thing to several." : nil
  }

  /// Takes the marks off what a save has used them for, changed or not.
  mutating func unmark(_ edit: Edit) {
    let asked = form?.saving == edit ? form?.subjects.map(\.target.record) ?? [] : []
    let used = Set(edit.changes.map(\.record) + asked)
    marked.removeAll(where: used.contains)
  }

  /// Marks the selected action, or unmarks it, and goes to the next row.
  mutating func toggleMark() {
    guard let action = selectedAction else { return }
    if marked.contains(action.link) {
      marked.removeAll { $0 == action.link }
    } else {
      marked.append(action.link)
    }
    move(by: 1)
    notice =
      marks.isEmpty
      ? "Nothing is marked any more."
      : "\(marks.count) marked: Space ticks, e changes, r reassigns all of them. Esc unmarks."
  }
}

extension AttendanceStatus {
  /// What follows when one goes through them.
  fileprivate var next: AttendanceStatus {
    switch self {
    case .present: .apologies
    case .apologies: .absent
    case .absent: .present
    }
  }
}
