import Safeguarding
import TerminalUI

/// What an editing command acts on: a record, or a part of one, with the form that fills it in.
struct EditSelection: Hashable {
  let form: String
  let target: FormTarget
  /// What people call it.
  let label: String

  init(_ form: String, _ target: FormTarget, _ label: String) {
    self.form = form
    self.target = target
    self.label = label
  }
}

extension Dashboard {
  /// What is selected and can be changed; nil where nothing is.
  var editSelection: EditSelection? {
    // What history tells is past: it is taken back, not edited.
    guard let panel = focusedPanel, visit.place.pane != HistoryPane.id else { return nil }
    if let row = selectedRow { return selection(of: row.id, in: panel) }
    switch (visit.place.pane, panel.id) {
    case (RecordPane.id, _):
      let path = visit.place.path
      return path.count == 2 ? selection(kind: path[0], id: path[1]) : nil
    case (GroupsPane.id, "about"): return termsSelection
    case (MeetingPane.id, _): return selection(kind: Meeting.kind.name, id: visit.place.path.first)
    case (ReviewsPane.id, _): return selection(kind: Review.kind.name, id: visit.place.path.first)
    default: return nil
    }
  }

  private func selection(of row: String, in panel: Panel) -> EditSelection? {
    let number = row.split(separator: "-").last.flatMap { Int($0) }
    switch panel.id {
    case "agenda": return element(number, of: "agenda", in: meetingHere)
    case "attendance": return element(number, of: "attendance", in: meetingHere)
    case "decisions":
      let meeting = panel.targets[row]?.path.first.flatMap { context.workspace.meetings[$0] }
      return element(number, of: "decisions", in: meeting ?? meetingHere)
    case "papers":
      let parts = row.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? paper(parts[1], ofItem: parts[0], in: meetingHere) : nil
    case "checklist": return handoverItem(number)
    default: return selection(at: panel.targets[row], in: panel)
    }
  }

  /// What a row stands for, by where Enter leads from it.
  private func selection(at place: Place?, in panel: Panel) -> EditSelection? {
    guard let place else { return nil }
    switch place.pane {
    case RecordPane.id:
      return place.path.count == 2 ? selection(kind: place.path[0], id: place.path[1]) : nil
    case MeetingPane.id: return selection(kind: Meeting.kind.name, id: place.path.first)
    case ReviewsPane.id: return selection(kind: Review.kind.name, id: place.path.first)
    default: return nil
    }
  }

  /// A record that has a form of its own.
  func selection(kind: String, id: String?) -> EditSelection? {
    guard let id, let record = context.workspace.record(kind: kind, id: id),
      let form = RecordTypes.type(of: RecordKind(kind, title: "", help: ""))?.kind,
      let document = context.workspace.document(of: RecordID(form, id))
    else { return nil }
    return EditSelection(
      kind, FormTarget(RecordID(form, id), in: document), record.label)
  }

  /// The meeting whose agenda, attendance or decisions are shown.
  var meetingHere: Meeting? {
    let id = visit.place.path.first ?? ""
    if visit.place.pane == MeetingPane.id { return context.workspace.meetings[id] }
    guard visit.place.pane == GroupsPane.id, context.workspace.groups[id] != nil else { return nil }
    return context.workspace.nextMeeting(of: Reference(id), after: context.day)
      ?? context.workspace.meetings(of: Reference(id)).last
  }

  /// The group in which one is.
  var groupHere: PartnershipGroup? {
    let id = visit.place.path.first ?? ""
    switch visit.place.pane {
    case GroupsPane.id: return context.workspace.groups[id]
    case MeetingPane.id: return meetingHere.flatMap { context.workspace.groups[$0.group] }
    case ExecutivePane.id:
      if id != "of", let group = context.workspace.groups[id] { return group }
      let chosen = id == "of" ? visit.place.path.last : nil
      let partnership =
        chosen.flatMap { context.workspace.partnerships[$0] }
        ?? context.partnerships.first { $0.executive != nil }
      return context.workspace.groups[partnership?.executive]
    case RecordPane.id where visit.place.path.first == ActionItem.kind.name:
      return context.workspace.groups[context.workspace.actions[visit.place.path[1]]?.group]
    default: return nil
    }
  }

  private func element(
    _ index: Int?, of list: String, in meeting: Meeting?
  ) -> EditSelection? {
    guard let index, let meeting, let whole = selection(kind: Meeting.kind.name, id: meeting.id),
      let part = meeting.stored?[list]?.elements, part.indices.contains(index)
    else { return nil }
    var target = whole.target
    target.path = [.field(list), .element(index)]
    return EditSelection(list, target, name(of: part[index]))
  }

  private func paper(_ index: Int, ofItem item: Int, in meeting: Meeting?) -> EditSelection? {
    guard let whole = element(item, of: "agenda", in: meeting) else { return nil }
    var target = whole.target
    target.path += [.field("papers"), .element(index)]
    guard let part = meeting?.stored?.value(at: target.path) else { return nil }
    return EditSelection("papers", target, name(of: part))
  }

  /// What people call an element of a list.
  private func name(of part: StoredValue) -> String {
    context.words(ofAttendance: part) ?? part.identity ?? "this"
  }

  private var termsSelection: EditSelection? {
    guard let group = groupHere, let document = context.workspace.document(of: group.link) else {
      return nil
    }
    let target = FormTarget(group.link, in: document, path: [.field("termsOfReference")])
    return EditSelection("termsOfReference", target, group.label)
  }

  /// An item of the checklist of the next handover, where the term records it.
  private func handoverItem(_ index: Int?) -> EditSelection? {
    guard let index, let term = handoverTerm, term.handover.indices.contains(index),
      let whole = selection(kind: ChairTerm.kind.name, id: term.id)
    else { return nil }
    var target = whole.target
    target.path = [.field("handover"), .element(index)]
    return EditSelection("handover", target, term.handover[index].title)
  }

  /// The recorded term into which the chair passes next.
  var handoverTerm: ChairTerm? { nextStretch.flatMap { context.workspace.chairTerms[$0.term] } }

  /// The stretch into which the chair passes next.
  var nextStretch: RotationStretch? {
    groupHere.flatMap {
      ExecutivePane.rotation(of: $0, on: context.day, in: context.workspace)?
        .handover(after: context.day)
    }
  }

  /// The selected action; nil where something else is selected.
  var selectedAction: ActionItem? {
    guard let selection = editSelection, selection.form == ActionItem.kind.name else { return nil }
    return context.workspace.actions[selection.target.record.id]
  }

  /// The marked actions that the panel with the keys lists; elsewhere marks mean nothing.
  var marks: [RecordID] {
    let listed = Set(focusedPanel?.targets.values.map(\.self) ?? [])
    return marked.filter { listed.contains(Place(record: $0)) }
  }

  /// The marked actions of the list one is in, or the selected one where none are marked there.
  var chosenActions: [ActionItem] {
    let found = marks.compactMap { context.workspace.actions[$0.id] }
    return found.isEmpty ? selectedAction.map { [$0] } ?? [] : found
  }
}
