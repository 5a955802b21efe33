import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why no owners can be changed; nil when they can.
  var reasonNotToReassign: String? {
    let actions = chosenActions
    if actions.isEmpty { return "Select an action first." }
    return actions.lazy.compactMap { self.reasonNotToChange($0.link, fields: ["owners"]) }.first
  }

  /// Why no note can be added; nil when one can.
  var reasonNotToNote: String? {
    guard let action = selectedAction else { return "Select an action first." }
    return reasonNotToChange(action.link, fields: ["progress"])
  }

  /// Opens the form of a note on how the selected action is getting on.
  func note() -> Outcome {
    guard let action = selectedAction, let target = target(of: .record(action.link)) else {
      return .nothing
    }
    return .form(FormRequest(.note, target, "Note on action: \(action.title)"))
  }

  /// Why minutes cannot be marked as agreed; nil when they can.
  var reasonNotToAgree: String? {
    guard let meeting = meetingToAgree else {
      return "Select a meeting that was held, or go into one, first."
    }
    guard meeting.status == .held else {
      return "The \(meeting.label.lowercasedFirst) has not been held: there are no minutes yet."
    }
    return reasonNotToChange(meeting.link)
  }

  private var meetingToAgree: Meeting? {
    if !isPast, case .record(let record) = subject, record.kind == Meeting.kind {
      return context.workspace.meetings[record.id]
    }
    return meetingHere
  }

  /// Opens the form that says when minutes were agreed: at the next meeting, or today before that.
  func agree() -> Outcome {
    guard let meeting = meetingToAgree, let target = target(of: .record(meeting.link)) else {
      return .nothing
    }
    let later = context.records.meetings(of: meeting.group).first {
      $0.id != meeting.id && $0.status != .cancelled
        && $0.date.map { date in meeting.date.map { $0 < date } ?? false } ?? false
    }
    let day = later?.date.flatMap { date in
      date.last.map { $0 <= context.day } == true ? date.short : nil
    }
    return .form(
      FormRequest(
        .minutes, target, "Minutes agreed: \(meeting.label)",
        offered: meeting.minutesAgreedOn == nil
          ? ["minutesAgreedOn": day ?? context.day.short] : [:]))
  }

  /// Why actions cannot be handed to another group; nil when they can.
  var reasonNotToHandOver: String? {
    let actions = chosenActions
    if actions.isEmpty { return "Select an action first." }
    return actions.lazy.compactMap { self.reasonNotToChange($0.link, fields: ["group"]) }.first
  }

  /// Asks which group takes over the marked actions, or the selected one.
  func askForGroup() -> Outcome { .choice(.group(chosenActions.map(\.id))) }

  /// The groups that can take actions over, with why some cannot.
  func groupItems(for ids: [String]) -> [ChooserItem] {
    let actions = ids.compactMap { context.workspace.actions[$0] }
    let own = Set(actions.map(\.group))
    return context.workspace.groups(in: .all, on: context.day)
      .filter { $0.isLive(on: context.day) && own != [Reference($0.id)] }
      .map { group in
        let target = GroupFiles.document(of: ActionItem.kind, in: Reference(group.id))
        let lock = context.lock(on: RecordID(ActionItem.kind, ""), in: target)
        let names = context.workspace.partnerships(of: Reference(group.id))
          .map { context.workspace.partnerships[$0]?.shortName ?? $0.id }.joined(separator: "+")
        var item = ChooserItem(
          group.name, keys: names, note: lock ?? counted(actions.count, "action"),
          lock == nil ? .edit(handing(actions, to: group, target)) : .command(.refusal(lock ?? "")))
        item.isOff = lock != nil
        return item
      }
  }

  /// The edit that takes actions out of their groups' files and puts them into another one.
  private func handing(_ actions: [ActionItem], to group: PartnershipGroup, _ document: String)
    -> Edit
  {
    let changes = actions.filter { $0.group.id != group.id }.flatMap { action -> [Change] in
      guard let now = context.workspace.document(of: action.link) else { return [] }
      var moved = action
      moved.group = Reference(group.id)
      return [action.removed(from: now), moved.added(to: document)]
    }
    let what = actions.count == 1 ? actions[0].title : counted(actions.count, "action")
    return Edit("Hand over to \(group.label): \(what)".shortTitle, changes)
  }
}

extension Command {
  /// A command that cannot be done, and says why.
  static func refusal(_ sentence: String) -> Command {
    Command(
      "refusal", sentence, keys: [], section: "", reason: { _ in sentence }, change: { _ in })
  }
}

extension FormKind {
  /// A note on how an action is getting on.
  static let note = FormKind(
    command: "note", "progress note", ActionItem.self, [.long(FormLayout.addedNote), "status"])
  /// Who does an action.
  static let owners = FormKind(command: "owners", "owner", ActionItem.self, ["owners"])
  /// When the minutes of a meeting were agreed.
  static let minutes = FormKind(command: "minutes", "minutes", Meeting.self, ["minutesAgreedOn"])
}
