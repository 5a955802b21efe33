import Safeguarding
import TerminalUI

extension Command {
  /// Working beside others: taking back, seeing who did what, going on with what was left.
  static let togetherCommands: [Command] = [
    Command(
      "undo", "Undo what I did last, or the selected entry of the history",
      keys: [.character("u")], section: "Together",
      reason: { $0.reasonNotToTakeBack },
      run: { dashboard in
        if dashboard.visit.place.pane == HistoryPane.id { return dashboard.askToUndoSelected() }
        dashboard.notice = "Looking for what you did last."
        return [.undo]
      }),
    Command(
      "redo", "Do again what I undid last", keys: [.character("U")], section: "Together",
      reason: { $0.reasonNotToTakeBack(otherThan: "") },
      run: { dashboard in
        dashboard.notice = "Looking for what you undid last."
        return [.redo]
      }),
    Command(
      "history", "Show who changed this, and when", keys: [.character("w")],
      section: "Together",
      run: { dashboard in
        dashboard.notice = Dashboard.readingHistory
        return [.history(dashboard.recordHere)]
      }),
    Command(
      "journal", "Show who changed anything, and when", keys: [.character("W")],
      section: "Together",
      run: { dashboard in
        dashboard.notice = Dashboard.readingHistory
        return [.history(nil)]
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
  var reasonNotToTakeBack: String? { reasonNotToTakeBack(otherThan: HistoryPane.id) }

  /// Why nothing can be taken back just now, but for a pane in which something must be selected.
  func reasonNotToTakeBack(otherThan pane: String) -> String? {
    if !saving.isEmpty { return "The last change is still being saved. Press again in a moment." }
    if visit.place.pane == pane, selectedRow == nil { return "Nothing is selected here." }
    return nil
  }

  /// The record that is selected, or the one that the place shows; nil where there is none.
  var recordHere: RecordID? {
    if let panel = focusedPanel, let row = selectedRow, let place = panel.targets[row.id],
      let record = record(at: place)
    {
      return record
    }
    return editSelection?.target.record ?? record(at: visit.place)
  }

  /// The record that a place shows.
  private func record(at place: Place) -> RecordID? {
    func link(_ kind: RecordKind, _ id: String?) -> RecordID? {
      guard let id, context.workspace.record(kind: kind.name, id: id) != nil else { return nil }
      return RecordID(kind, id)
    }
    switch place.pane {
    case GroupsPane.id: return link(PartnershipGroup.kind, place.path.first)
    case MeetingPane.id: return link(Meeting.kind, place.path.first)
    case ReviewsPane.id: return link(Review.kind, place.path.first)
    case DatasetPane.id: return link(Indicator.kind, place.path.first)
    case RecordPane.id where place.path.count == 2:
      let record = context.workspace.record(kind: place.path[0], id: place.path[1])
      return record.flatMap { link(type(of: $0).kind, place.path[1]) }
    default: return nil
    }
  }

  /// Shows what became of a record, or of everything.
  mutating func showHistory(of record: RecordID?) {
    let place = Place(HistoryPane.id, record.map { [$0.kind.name, $0.id] } ?? [])
    if visit.place == place { return refresh() }
    guard mode == .browsing else { return }
    open(place)
  }
}

extension Dashboard {
  /// The record whose history is shown; nil where everything is.
  var historyRecord: RecordID? {
    let path = visit.place.path
    guard visit.place.pane == HistoryPane.id, path.count == 2 else { return nil }
    return RecordID(RecordKind(path[0], title: inWords(path[0]), help: ""), path[1])
  }
}
