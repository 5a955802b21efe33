import Safeguarding
import TerminalUI

/// What `a` adds at a place.
enum Addition: Hashable {
  case action(group: Reference<PartnershipGroup>, meeting: String?, review: String?)
  case element(of: String, in: Meeting)
  case paper(item: Int, in: Meeting)
  case meeting(Reference<PartnershipGroup>)
  case chairTerm(Reference<PartnershipGroup>)
  case handoverItem(ChairTerm)
}

extension Dashboard {
  /// What `a` would add here; nil where it adds nothing.
  var addition: Addition? { addition(in: focusedPanel) }

  private func addition(in panel: Panel?) -> Addition? {
    let group = groupHere.map { Reference<PartnershipGroup>($0.id) }
    switch panel?.id {
    case "agenda", "attendance", "decisions":
      if visit.place.pane == ExecutivePane.id { break }
      return meetingHere.map { .element(of: panel?.id ?? "", in: $0) }
    case "outcome": return meetingHere.map { .element(of: "decisions", in: $0) }
    case "papers":
      guard let meeting = meetingHere, !meeting.agenda.isEmpty else { return nil }
      let row = selectedRow?.id.split(separator: "-").compactMap { Int($0) }.first
      return .paper(item: row ?? 0, in: meeting)
    case "checklist": return recordedHandover.map { .handoverItem($0) }
    case "meetings": return group.map { .meeting($0) }
    case "terms", "rotation": return group.map { .chairTerm($0) }
    default: break
    }
    if visit.place.pane == ReviewsPane.id, let id = visit.place.path.first,
      let review = context.workspace.reviews[id]
    {
      let follows =
        review.monitoredBy ?? context.workspace.actions(from: Reference(id)).first?.group
      return follows.map { .action(group: $0, meeting: nil, review: id) }
    }
    let meeting = visit.place.pane == MeetingPane.id ? meetingHere?.id : nil
    return group.map { .action(group: $0, meeting: meeting, review: nil) }
  }

  /// The term into which the chair passes next, where the record holds its list of what to do.
  private var recordedHandover: ChairTerm? {
    handoverTerm.flatMap { $0.handover.isEmpty ? nil : $0 }
  }

  /// Why a list that only the pattern gives cannot be changed yet.
  static let unrecordedHandover =
    "This list is the pattern's. Press Space on an item first: that records it with the term."

  /// Why nothing can be added here; nil when something can.
  var reasonNotToAdd: String? {
    guard let addition else {
      if focusedPanel?.id == "checklist" { return Dashboard.unrecordedHandover }
      if focusedPanel?.id == "papers" { return "Add an agenda item first: papers belong to one." }
      return visit.place.pane == ReviewsPane.id && !visit.place.path.isEmpty
        ? "No group follows this review yet. Say so as \"monitoredBy\" in its file."
        : "Go into a group, a meeting or a review first: Enter opens what is selected."
    }
    return lock(on: addition)
  }

  /// What a panel says when it is empty; how to add something only to somebody who may.
  func invitation(of panel: Panel) -> String {
    let isLocked = addition(in: panel).map { lock(on: $0) != nil } ?? (placeLock != nil)
    guard isLocked else { return panel.emptyText }
    let sentences = panel.emptyText.replacing(". ", with: ".\n").split(separator: "\n")
    return sentences.filter { !$0.contains("ress a ") && !$0.contains("where a adds") }
      .joined(separator: " ")
  }

  /// Why something cannot be added; nil when it can.
  private func lock(on addition: Addition) -> String? {
    switch addition {
    case .action(let group, _, _):
      return context.lock(
        on: RecordID(ActionItem.kind, ""), in: "groups/\(group.id)/actions.json")
    case .element(_, let meeting), .paper(_, let meeting): return reasonNotToChange(meeting.link)
    case .handoverItem(let term): return reasonNotToChange(term.link)
    case .meeting(let group):
      return context.lock(
        on: RecordID(Meeting.kind, ""), in: "groups/\(group.id)/meetings.json")
    case .chairTerm(let group):
      return context.lock(
        on: RecordID(ChairTerm.kind, ""), in: "groups/\(group.id)/chair-terms.json")
    }
  }

  /// Opens the form of what is added here.
  mutating func openAddForm() {
    switch addition {
    case .action(let group, let meeting, let review):
      openNewAction(group, meeting: meeting, review: review)
    case .element(let list, let meeting): openNewElement(of: list, in: meeting)
    case .paper(let item, let meeting):
      let path: [PathStep] = [
        .field("agenda"), .element(item), .field("papers"), .newElement,
      ]
      var paper = Paper()
      paper.dueOn = meeting.papersDueOn
      openNewPart(of: meeting, path, start: paper.stored)
    case .meeting(let group):
      var meeting = Meeting()
      meeting.group = group
      openNew(meeting, in: "groups/\(group.id)/meetings.json")
    case .chairTerm: openNewTerm(as: nil)
    case .handoverItem(let term):
      guard let document = context.workspace.document(of: term.link) else { return }
      let target = FormTarget(term.link, in: document, path: [.field("handover"), .newElement])
      guard let kind = FormKind(of: target) else { return }
      openForm(
        kind, target,
        "Add \(kind.title): \(term.label)", start: HandoverItem().stored)
    case nil: break
    }
  }

  private mutating func openNew<E: Entity>(
    _ record: E, in document: String
  ) {
    guard let kind = FormKind(of: E.kind) else { return }
    let group = record.stored?["group"]?.text.flatMap { context.workspace.groups[$0] }
    openForm(
      kind, FormTarget(RecordID(E.kind, ""), in: document),
      "Add \(kind.title): \(group?.label ?? "")", start: record.stored)
  }

  /// Opens the form of a new action.
  mutating func openNewAction(
    _ group: Reference<PartnershipGroup>, meeting: String?, review: String?, title: String = "",
    owner: Owner? = nil, area: String = ""
  ) {
    var action = ActionItem()
    action.group = group
    action.origin = review == nil ? .meeting : .recommendation
    action.raisedOn = ImpreciseDate(context.day)
    action.meeting = meeting.map { Reference($0) }
    action.review = review.map { Reference($0) }
    action.owners = owner.map { [$0] } ?? []
    action.title = title
    action.area = area
    openNew(action, in: "groups/\(group.id)/actions.json")
  }

  private mutating func openNewElement(of list: String, in meeting: Meeting) {
    let start: StoredValue?
    switch list {
    case "agenda": start = meeting.adding(AgendaItem()).agenda.last?.stored
    case "attendance": start = Attendance().stored
    default: start = Decision().stored
    }
    openNewPart(of: meeting, [.field(list), .newElement], start: start)
  }

  private mutating func openNewPart(
    of meeting: Meeting, _ path: [PathStep], start: StoredValue?
  ) {
    guard let kind = FormKind(of: Meeting.kind, at: path),
      let document = context.workspace.document(of: meeting.link)
    else { return }
    let group = context.workspace.groups[meeting.group]?.label ?? meeting.group.id
    openForm(
      kind, FormTarget(meeting.link, in: document, path: path),
      "Add \(kind.title): \(group), \(meeting.label)", start: start)
  }
}
