import Safeguarding
import TerminalUI

extension Command {
  /// Working beside others: taking back, seeing who did what, going on with what was left.
  static let undoCommands: [Command] = [
    Command(
      "undo", "Undo what I did last, or the selected entry of the history",
      keys: [.character("u")], section: "Together",
      reason: { $0.reasonNotToTakeBack(isHere: $0.content.isPast) },
      run: { dashboard in
        if dashboard.content.isPast { return dashboard.askToUndoSelected() }
        dashboard.notice = "Looking for what you did last."
        dashboard.journal.isLookedAt = true
        return [.undo]
      }),
    Command(
      "redo", "Do again what I undid last", keys: [.character("U")], section: "Together",
      reason: { $0.reasonNotToTakeBack(isHere: false) },
      run: { dashboard in
        dashboard.notice = "Looking for what you undid last."
        dashboard.journal.isLookedAt = true
        return [.redo]
      }),
    Command(
      "history", "Show who changed this, and when", keys: [.character("w")],
      section: "Together",
      run: { dashboard in
        dashboard.notice = Dashboard.readingHistory
        return [.history(dashboard.browsing.recordHere)]
      }),
    Command(
      "journal", "Show what changed since I was here; again, everything", keys: [.character("W")],
      section: "Together",
      run: { dashboard in
        dashboard.notice = Dashboard.readingHistory
        return [dashboard.isNewsUnseen ? .since : .history(nil)]
      }),
    Command(
      "drafts", "Go on with something typed and not saved", keys: [.character("d")],
      section: "Together",
      reason: { $0.drafts.isEmpty ? "Nothing was typed and left unsaved." : nil },
      change: { $0.mode = .choosing(Chooser(.drafts)) }),
  ]
}

extension Dashboard {
  /// Why nothing can be taken back just now; nil when something can.
  ///
  /// In a history it is what is selected that is taken back.
  func reasonNotToTakeBack(isHere: Bool) -> String? {
    if !saving.isEmpty { return "The last change is still being saved. Press again in a moment." }
    if isHere, selectedRow == nil { return "Nothing is selected here." }
    return nil
  }

  /// Shows what became of a record, or of everything.
  mutating func showHistory(of record: RecordID?) {
    let place = Place(HistoryPane.id, record.map { [$0.kind.name, $0.id] } ?? [])
    if visit.place == place { return browsing.refresh() }
    guard mode == .browsing else { return }
    browsing.open(place)
  }

  /// Shows what others changed since the person was here.
  mutating func showSince() {
    let place = Place(SincePane.id)
    if visit.place == place { return browsing.refresh() }
    guard mode == .browsing else { return }
    browsing.open(place)
  }

  /// Whether others changed something since the person was here that is not on the screen.
  var isNewsUnseen: Bool {
    guard ![SincePane.id, HistoryPane.id].contains(visit.place.pane) else { return false }
    return context.lastVisit != nil && !context.newsLines.isEmpty
  }

  /// Learns when the person was here last, and what others did since.
  mutating func receive(lastVisit: LastVisit) {
    context.lastVisit = lastVisit
    browsing.refresh()
  }

  /// The record whose history is shown; nil where everything is.
  var historyRecord: RecordID? {
    let path = visit.place.path
    guard visit.place.pane == HistoryPane.id, path.count == 2 else { return nil }
    return RecordID(RecordKind(path[0], title: inWords(path[0]), help: ""), path[1])
  }
}

extension Browsing {
  /// The record that is selected, or the one that the place is about; nil where there is none.
  var recordHere: RecordID? {
    let record = subject.record ?? content.about
    guard let record,
      context.stored.record(kind: record.kind.name, id: record.id) != nil
    else { return nil }
    return record
  }
}
