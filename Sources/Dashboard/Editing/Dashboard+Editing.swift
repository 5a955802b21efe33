import Safeguarding
import TerminalUI

extension Dashboard {
  /// Does what a key means while a form is open.
  mutating func edit(_ key: Key) -> [DashboardEffect] {
    guard var form else {
      mode = .browsing
      return []
    }
    if key == .control("z") { return [.terminal(.suspend)] }
    if form.saving != nil, key != .escape, key != .control("c") {
      notice = "It is being saved. Esc leaves the form meanwhile."
      return []
    }
    // The first press tells of the field, the second one of all keys.
    let asksAgain = key == .function(1) && form.innermost.isHelpShown
    if key == .function(10) || asksAgain {
      mode = .choosing(Chooser(.help))
      return []
    }
    let width = FormRoom(contentArea, labels: form.innermost.labels).valueWidth
    let answer = form.receive(key, width: width, context.entry)
    self.form = form
    switch answer {
    case .typed: return keepDraft()
    case .moved: return []
    case .unused:
      notice = "\(key.label) does nothing in this field. F1 shows what it takes."
      return []
    case .told(let sentence):
      notice = sentence
      return []
    case .save: return saveForm()
    case .leave: return leaveForm()
    case .drop: return askToDrop()
    }
  }

  /// Takes pasted text into the field that has the keys.
  mutating func paste(intoForm text: String) -> [DashboardEffect] {
    guard var form, form.saving == nil else { return [] }
    let answer = form.paste(text)
    self.form = form
    if case .told(let sentence) = answer { notice = sentence }
    return answer == .typed ? keepDraft() : []
  }

  private mutating func saveForm() -> [DashboardEffect] {
    guard var form else { return [] }
    let finished = form.finish(context.entry)
    switch finished {
    case .faulty:
      self.form = form
      notice = "Not saved yet. Everything you typed is still here."
      return keepDraft()
    case .unchanged:
      notice = "Nothing was changed."
      return closeForm()
    case .edit(var edit):
      edit.readFrom = form.readFrom
      edit = stamped(edit)
      if !form.isMeant, let question = form.question(context.entry) {
        self.form = form
        mode = .confirming(Confirmation(question, .saveForm))
        return keepDraft()
      }
      form.saving = edit
      self.form = form
      return keepDraft() + commit(edit)
    }
  }

  private mutating func leaveForm() -> [DashboardEffect] {
    guard var form else { return [] }
    let effects = keepDraft()
    form.takeInside(context.entry)
    self.form = nil
    mode = .browsing
    if let edit = form.saving {
      leftWhileSaving[edit] = drafts[form.draftID]
      notice = "It is still being saved."
    } else if form.changedCount > 0 {
      notice = "Kept as a draft, not saved. Press \(form.wayBack) to go on."
    }
    return effects
  }

  private mutating func askToDrop() -> [DashboardEffect] {
    guard let form else { return [] }
    guard form.inside != nil || form.changedCount > 0 else { return closeForm() }
    let title = form.innermost.title.shortTitle
    mode = .confirming(Confirmation("Throw away what you typed in \"\(title)\"?", .dropDraft))
    return []
  }

  /// Does what a key answers to a question: only y is yes.
  mutating func confirm(_ confirmation: Confirmation, _ key: Key) -> [DashboardEffect] {
    mode = .resting(self)
    switch key {
    case .character("y"), .character("Y"):
      switch confirmation.purpose {
      case .commit(let edit): return commit(edit)
      case .saveForm:
        form?.isMeant = true
        return saveForm()
      case .forgetDraft(let id): return forget(id)
      case .dropDraft where form?.inside != nil:
        form?.dropInside()
        notice = "What you typed there was thrown away. The rest is still here."
        return keepDraft()
      case .dropDraft:
        notice = "What you typed was thrown away. Nothing in the data changed."
        return closeForm()
      }
    case .enter, .escape, .character("n"), .character("N"), .control("c"):
      notice = "Nothing was done."
    default: mode = .confirming(confirmation)
    }
    return []
  }

  /// Hands an edit on to be saved.
  mutating func commit(_ edit: Edit) -> [DashboardEffect] {
    let edit = stamped(edit)
    if edit.changes.isEmpty {
      notice = "Nothing has to change."
      return []
    }
    saving.append(edit)
    telling.tell("Saving: \(edit.title)", of: edit)
    return [.commit(edit)]
  }

  /// The edit with the folders it was read from: those on the screen where it does not say.
  ///
  /// It is known by all it holds, so whoever waits for its answer keeps it as it is here.
  func stamped(_ edit: Edit) -> Edit {
    guard edit.readFrom.isEmpty else { return edit }
    var edit = edit
    edit.readFrom = context.stored.folderIdentities
    return edit
  }

  /// Changes with what became of an edit.
  mutating func receive(saved receipt: Receipt, of edit: Edit, at time: String) -> [DashboardEffect]
  {
    saving.removeAll { $0 == edit }
    let beside =
      receipt.merged.isEmpty ? "" : " (What others changed meanwhile is kept beside it.)"
    let notes = receipt.notes.map { " \($0)" }.joined()
    telling.tell("Saved \(time): \(edit.title)\(beside)\(notes)", of: edit)
    if let grid, grid.saving == edit { return GridEntry.close(in: &self) }
    if let form, form.saving == edit {
      awaited = form.staysThere ? nil : Awaited(addedBy: form, receipt, at: visit.place)
      return closeForm()
    }
    if form == nil, grid == nil {
      awaited = Awaited(madeBy: edit, receipt, at: visit.place) ?? awaited
    }
    guard let draft = leftWhileSaving.removeValue(forKey: edit), drafts[draft.id] == draft,
      form?.draftID != draft.id, grid?.draftID != draft.id
    else { return [] }
    drafts[draft.id] = nil
    return [.dropDraft(draft.id)]
  }

  /// Changes with what is safe in the journal only: nobody shall enter it again.
  mutating func receive(unfinished sentence: String, of edit: Edit) -> [DashboardEffect] {
    let effects = receive(saved: Receipt(entries: [], changes: []), of: edit, at: "")
    telling.tell(refusal: sentence, of: edit)
    return effects
  }

  /// Changes with why an edit was not saved; a form stays with all that is typed.
  mutating func receive(refusal sentence: String, of edit: Edit) -> [DashboardEffect] {
    saving.removeAll { $0 == edit }
    if grid?.saving == edit {
      grid?.saving = nil
      grid?.refusal = sentence
      telling.tell(refusal: "Not saved. Everything you typed is still here.", of: edit)
      return []
    }
    guard form?.saving == edit else {
      let isKept = leftWhileSaving.removeValue(forKey: edit) != nil
      telling.tell(
        refusal: isKept ? "\(sentence) What you typed is kept as a draft." : sentence, of: edit)
      return []
    }
    form?.saving = nil
    form?.refusal = sentence
    telling.tell(refusal: "Not saved. Everything you typed is still here.", of: edit)
    return []
  }

  /// Gives the keys to the field that was pressed.
  mutating func press(inForm mouse: MouseEvent) {
    guard var form, form.saving == nil else { return }
    switch mouse.action {
    case .press, .doublePress:
      guard let index = field(at: mouse.point, in: form) else { return }
      form.press(index, context.entry)
    case .wheelUp: form.turn(by: -1, context.entry)
    case .wheelDown: form.turn(by: 1, context.entry)
    }
    self.form = form
  }

  /// Tells an open form what became of its record.
  mutating func noteReload() {
    GridEntry.noteReload(in: &self)
    guard let form, form.saving == nil, form.subjects.count == 1,
      let target = form.subjects.first?.target, !target.isNewRecord
    else { return }
    let now = context.stored.record(kind: target.record.kind.name, id: target.record.id)
    self.form = form.saying(meanwhile: now?.stored)
  }
}
