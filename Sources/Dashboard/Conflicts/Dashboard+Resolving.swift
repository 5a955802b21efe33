import Safeguarding
import TerminalUI

extension Dashboard {
  /// Shows what others changed in the same fields, and asks which of both shall stand there.
  mutating func receive(conflicted found: [Conflict], of edit: Edit) -> [DashboardEffect] {
    let isFromForm = form?.saving == edit || grid?.saving == edit
    let moved = following(edit, Set(found.filter(\.isGone).map(\.mine.record)))
    if moved != edit {
      // Others have only handed the record over: what is entered goes after it.
      saving.removeAll { $0 == edit }
      if isFromForm {
        form?.saving = moved
        grid?.saving = moved
      }
      return commit(moved)
    }
    let effects = receive(refusal: CommitError.conflict(found).description, of: edit)
    guard !found.isEmpty else { return effects }
    let resolution = Resolution(
      edit, found, isFromForm: isFromForm, known: known(edit), context
    ) { context.clock.words($0, on: today) }
    // What is typed into the open form comes before whatever else waits.
    conflicts.insert(resolution, at: isFromForm ? 0 : conflicts.count)
    if isFromForm { mode = .browsing }
    showNextConflict()
    if case .resolving = mode {
      telling.forget(edit)
    } else {
      telling.tell(
        refusal: "\(CommitError.conflict(found).description) They are shown when you are done.",
        of: edit)
    }
    return effects
  }

  /// An edit as it reaches records that now stand in another file.
  private func following(_ edit: Edit, _ records: Set<RecordID>) -> Edit {
    var edit = edit
    for index in edit.changes.indices where edit.changes[index].field != nil {
      let record = edit.changes[index].record
      guard records.contains(record), let now = context.stored.document(of: record) else {
        continue
      }
      edit.changes[index].document = now
    }
    return edit
  }

  /// What was chosen, but nothing is added anew that is there again meanwhile: its fields are changed.
  private func chosen(in resolution: Resolution) -> Edit {
    var edit = resolution.resolved
    let present = Set(
      edit.changes.lazy.filter { $0.field == nil && $0.from == nil }.map(\.record).filter {
        context.stored.record(kind: $0.kind.name, id: $0.id) != nil
      }
    ).intersection(resolution.edit.changes.lazy.filter { $0.field != nil }.map(\.record))
    if present.isEmpty { return edit }
    edit.changes.removeAll { $0.field == nil && present.contains($0.record) }
    edit.changes += following(resolution.edit, present).changes.filter {
      $0.field != nil && present.contains($0.record)
    }
    return edit
  }

  /// Shows the next conflict, unless the person is busy with something else.
  mutating func showNextConflict() {
    guard mode == .browsing, !conflicts.isEmpty else { return }
    mode = .resolving(conflicts.removeFirst())
  }

  /// The records of an edit as they were last known: by the form, the workspace or the journal.
  private func known(_ edit: Edit) -> [RecordID: StoredValue] {
    var known: [RecordID: StoredValue] = [:]
    for record in Set(edit.changes.map(\.record)) {
      let typed = form?.subjects.first { $0.target.record == record }?.base
      let shown = context.stored.record(kind: record.kind.name, id: record.id)?.stored
      let removed = context.journal.last { entry in
        entry.changes.contains { $0.record == record && $0.field == nil && $0.to == nil }
      }
      let kept = removed?.changes.last { $0.record == record && $0.field == nil }?.from
      known[record] = shown ?? typed ?? kept
    }
    return known
  }

  /// Does what a key means on the screen of a conflict.
  mutating func resolve(_ resolution: Resolution, _ key: Key) -> [DashboardEffect] {
    var next = resolution
    let last = next.items.count - 1
    switch key {
    case .character("t"), .character("T"): choose(.theirs, in: &next)
    case .character("m"), .character("M"): choose(.mine, in: &next)
    case .character("b"), .character("B"): choose(.both, in: &next)
    case .up, .backTab, .character("k"):
      (next.selected, next.scrolled) = (max(0, next.selected - 1), 0)
    case .down, .tab, .character("j"):
      (next.selected, next.scrolled) = (min(last, next.selected + 1), 0)
    case .pageDown: next.scrolled += max(1, contentArea.height / 2)
    case .pageUp: next.scrolled = max(0, next.scrolled - max(1, contentArea.height / 2))
    case .enter, .control("s"): return apply(resolution)
    case .escape, .control("c"): return leave(resolution)
    case .control("z"): return [.terminal(.suspend)]
    default: notice = "\(key.label) does nothing here. t takes theirs, m takes mine, Esc leaves."
    }
    mode = .resolving(next)
    return []
  }

  private mutating func choose(_ choice: Resolution.Choice, in resolution: inout Resolution) {
    guard resolution.items.indices.contains(resolution.selected) else { return }
    if resolution.items[resolution.selected].choices.contains(choice) {
      resolution.items[resolution.selected].choice = choice
    } else if choice == .both {
      notice = "Both can be kept only of lists and longer texts. Choose t or m."
    } else {
      notice = "It cannot be added again from here: what it held is not known. Choose t."
    }
  }

  /// Saves what was chosen; what is left of the edit starts from what stands there now.
  private mutating func apply(_ resolution: Resolution) -> [DashboardEffect] {
    if let index = resolution.undecided {
      var next = resolution
      (next.selected, next.scrolled) = (index, 0)
      mode = .resolving(next)
      notice = "Choose for \(resolution.items[index].label) first: t or m. Nothing is saved yet."
      return []
    }
    var edit = chosen(in: resolution)
    edit.readFrom = resolution.edit.readFrom
    edit = stamped(edit)
    mode = .resting(self)
    guard !edit.changes.isEmpty else {
      let effects = resolution.isFromForm ? closeForm() : []
      notice = "What others entered stays. Nothing else was left to save."
      showNextConflict()
      return effects
    }
    if resolution.isFromForm {
      form?.saving = edit
      grid?.saving = edit
    }
    return commit(edit)
  }

  /// Leaves a conflict as it is: nothing is saved, and what was typed is kept.
  private mutating func leave(_ resolution: Resolution) -> [DashboardEffect] {
    mode = .resting(self)
    guard resolution.isFromForm else {
      let isKept = drafts.values.contains { draft in
        draft.title == resolution.edit.title
          || resolution.edit.changes.contains { $0.record == draft.record }
      }
      notice =
        isKept
        ? "Nothing was saved. What you typed is kept as a draft: ‹drafts› shows it."
        : "Nothing was saved: what others entered stays."
      showNextConflict()
      return []
    }
    let effects = keepDraft()
    (form, grid) = (nil, nil)
    mode = .browsing
    notice = "Nothing was saved. What you typed is kept as a draft: ‹drafts› goes on with it."
    return effects
  }
}
