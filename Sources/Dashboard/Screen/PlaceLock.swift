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

/// Why nothing may be changed at a place, and whether it is the system that says so.
struct PlaceLock: Sendable {
  let reason: String
  let isBySystem: Bool

  /// Looks up why nothing may be changed where something is shown; nil where something may be.
  init?(_ context: PaneContext, _ content: PaneContent) {
    let place = Standpoint(
      context: context, subject: .none, about: content.about, marks: [],
      listAdditions: { [] }, noAddition: "", isPast: content.isPast, isSummary: content.isSummary,
      saving: [],
      ticked: TickMemory())
    guard let reason = place.placeLock else { return nil }
    (self.reason, isBySystem) = (reason, place.isLockedBySystem)
  }
}

extension Browsing {

  /// The notes of a panel, on the first one and the one that has the keys with the sign of a lock.
  func locked(_ notes: [Line], of panel: Panel) -> [Line] {
    let isSigned = content.panels.first?.id == panel.id || focusedID == panel.id
    guard isSigned, let lock = lock.now else { return notes }
    return [Line(lock.isBySystem ? "locked" : "locked in part", .dueSoon)] + notes
  }

  /// Why the place is locked, in at most two lines of its first panel; none where rows are scarce.
  func lockLines(of panel: Panel, width: Int) -> [Line] {
    guard size.height >= 20, content.panels.first?.id == panel.id, let reason = lock.now?.reason
    else { return [] }
    return Array(Line(reason, .secondary).wrapped(width: width).prefix(2))
  }
}
