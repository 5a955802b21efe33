import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why nothing may be changed at the present place, with whom to ask; nil where something may be,
  /// or where nothing is ever changed.
  var placeLock: String? {
    guard let about, !isPast, let target = target(of: .record(about)),
      FormKind(of: about.kind) != nil
    else { return nil }
    if let reason = context.lock(on: about, in: target.document) { return reason }
    guard about.kind == PartnershipGroup.kind else { return nil }
    return context.lock(
      on: RecordID(ActionItem.kind, ""),
      in: PartnershipGroup.document(of: ActionItem.kind, in: about.id))
  }

  /// Whether the system locks the place, rather than the role of the person.
  fileprivate var isLockedBySystem: Bool {
    guard let reason = placeLock else { return false }
    return context.workspace.access.permissions.values.contains { permission in
      switch permission {
      case .locked(let sentence), .closed(let sentence): sentence == reason
      case .open: false
      }
    }
  }
}

extension Browsing {
  /// Why nothing may be changed at the present place.
  private var place: Standpoint {
    Standpoint(
      context: context, subject: .none, about: content.about, marks: [],
      listAdditions: { [] }, noAddition: "", isPast: content.isPast, isSummary: content.isSummary,
      saving: [],
      ticked: TickMemory())
  }

  /// The notes of a panel, on the first one and the one that has the keys with the sign of a lock.
  func locked(_ notes: [Line], of panel: Panel) -> [Line] {
    let isSigned = [content.panels.first?.id, focusedPanel?.id].contains(panel.id)
    guard isSigned, place.placeLock != nil else { return notes }
    return [Line(place.isLockedBySystem ? "locked" : "locked in part", .dueSoon)] + notes
  }

  /// Why the place is locked, in at most two lines of its first panel; none where rows are scarce.
  func lockLines(of panel: Panel, width: Int) -> [Line] {
    guard size.height >= 20, content.panels.first?.id == panel.id, let reason = place.placeLock
    else { return [] }
    return Array(Line(reason, .secondary).wrapped(width: width).prefix(2))
  }
}
