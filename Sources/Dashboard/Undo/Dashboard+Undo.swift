import Safeguarding
import TerminalUI

extension Dashboard {
  /// Changes with what the journal says.
  mutating func receive(
    history entries: [JournalEntry], userID: Int, for purpose: HistoryPurpose
  ) -> [DashboardEffect] {
    context.journal = entries
    journal.isRead = true
    journal.userID = userID
    switch purpose {
    case .show(let record):
      if telling.answer == Dashboard.readingHistory { notice = "" }
      showHistory(of: record)
    case .showSince:
      if telling.answer == Dashboard.readingHistory { notice = "" }
      showSince()
    case .undo, .redo:
      journal.isLookedAt = false
      // Whoever went on to something else meanwhile is not interrupted.
      guard mode == .browsing else { return [] }
      let history = UndoHistory(entries, userID: userID)
      let found = purpose == .undo ? history.nextUndo : history.nextRedo
      guard let found else {
        notice =
          purpose == .undo
          ? "There is nothing of yours to undo."
          : "There is nothing to redo: what you undid last is done again, or you changed more since."
        return []
      }
      ask(toTakeBack: found)
    }
    return []
  }

  /// What is said while the journal is read.
  static let readingHistory = "Reading the history."

  /// Asks whether an entry of the journal is to be taken back; it may itself be an undo.
  mutating func ask(toTakeBack entry: JournalEntry) {
    if let refusal = entry.undoRefusal {
      notice = refusal
      return
    }
    let edit = stamped(undoing(entry))
    for change in edit.changes {
      let reason = standpoint.reasonNotToChange(
        change.record, in: change.document, fields: change.field.map { [$0] })
      if let reason {
        notice = reason
        return
      }
    }
    // What is undone is told as it was done, what is done again as it will be.
    let isRedo = edit.title.hasPrefix("Redo")
    let changes = isRedo ? edit.changes : edit.changes.reversed().map(\.inverse)
    let when = context.clock.words(entry.time, on: today)
    let word = isRedo ? "Redo" : "Undo"
    journal.asked = UndoQuestion(
      edit: edit, who: "\(edit.title) (\(entry.user), \(when))",
      lines: context.sentences(of: changes, under: edit.title))
    ask(Confirmation("\(word): \(context.sentence(of: changes)) (\(when))?", .commit(edit)))
  }

  /// Takes back the entry that is selected in the history.
  mutating func askToUndoSelected() -> [DashboardEffect] {
    guard let id = selectedRow.flatMap({ EntryID($0.id) }),
      let entry = context.journal.first(where: { $0.id == id })
    else { return [] }
    if let userID = journal.userID, UndoHistory(context.journal, userID: userID).isUndone(entry) {
      notice = "This was taken back already. Select the later entry that did so to change that."
      return []
    }
    ask(toTakeBack: entry)
    return []
  }

  /// The undo that the question on the last line is about.
  var askedUndo: UndoQuestion? {
    guard case .confirming(let confirmation) = mode, case .commit(let edit) = confirmation.purpose,
      let asked = journal.asked, asked.edit == edit
    else { return nil }
    return asked
  }
}

extension Dashboard {
  /// Notes that an edit is safe: an undo leads to its record, and an open history shows the new entry.
  mutating func noteSaved(_ edit: Edit) -> [DashboardEffect] {
    if edit.undoes != nil {
      let left = edit.changes.last { $0.field != nil || $0.to != nil }
      awaited = left.map { change in
        Awaited(change.record, in: change.field == nil ? change.document : nil)
      }
    }
    goToAwaited()
    showNextConflict()
    guard content.isPast else { return [] }
    return [.history(historyRecord)]
  }
}
