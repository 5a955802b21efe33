import Safeguarding
import TerminalUI

extension Dashboard {
  /// Why nothing may be changed at the present place, with whom to ask; nil where something may be,
  /// or where nothing is ever changed.
  var placeLock: String? {
    let id = visit.place.path.first ?? ""
    switch visit.place.pane {
    case GroupsPane.id:
      guard let group = context.workspace.groups[id] else { return nil }
      return context.lock(on: group.link)
        ?? context.lock(on: RecordID(ActionItem.kind, ""), in: "groups/\(id)/actions.json")
    case MeetingPane.id: return context.workspace.meetings[id].flatMap { context.lock(on: $0.link) }
    case ReviewsPane.id: return context.workspace.reviews[id].flatMap { context.lock(on: $0.link) }
    case RecordPane.id where visit.place.path.count == 2:
      guard let record = selection(kind: id, id: visit.place.path[1]) else { return nil }
      return context.lock(on: record.target.record, in: record.target.document)
    default: return nil
    }
  }

  /// The notes of a panel, on the first one and the one that has the keys with the sign of a lock.
  func locked(_ notes: [Line], of panel: Panel) -> [Line] {
    let isSigned = [content.panels.first?.id, focusedPanel?.id].contains(panel.id)
    guard isSigned, placeLock != nil else { return notes }
    return [Line(isLockedBySystem ? "locked" : "locked in part", .dueSoon)] + notes
  }

  /// Why the place is locked, in at most two lines of its first panel; none where rows are scarce.
  func lockLines(of panel: Panel, width: Int) -> [Line] {
    guard size.height >= 20, content.panels.first?.id == panel.id, let reason = placeLock else {
      return []
    }
    return Array(Line(reason, .secondary).wrapped(width: width).prefix(2))
  }

  /// Whether the system locks the place, rather than the role of the person.
  private var isLockedBySystem: Bool {
    guard let reason = placeLock else { return false }
    return context.workspace.access.permissions.values.contains { permission in
      switch permission {
      case .locked(let sentence), .closed(let sentence): sentence == reason
      case .open: false
      }
    }
  }
}
