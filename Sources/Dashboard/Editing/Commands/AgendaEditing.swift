import Safeguarding
import TerminalUI

extension Standpoint {
  /// The selected agenda item, with its meeting and its place.
  var selectedItem: (meeting: Meeting, index: Int)? {
    guard !isPast, case .part(let record, let path) = subject, path.count == 2,
      record.kind == Meeting.kind, subject.list == "agenda", let index = subject.index,
      let meeting = context.workspace.meetings[record.id], meeting.agenda.indices.contains(index)
    else { return nil }
    return (meeting, index)
  }

  /// Why the selected agenda item cannot be moved so many places; nil when it can.
  func reasonNotToShift(by step: Int) -> String? {
    guard let (meeting, index) = selectedItem else {
      return "Select an agenda item first: Tab goes to the agenda of a group or meeting."
    }
    guard meeting.agenda.indices.contains(index + step) else {
      return step < 0 ? "It is the first item already." : "It is the last item already."
    }
    return reasonNotToChange(meeting.link)
  }

  /// Moves the selected agenda item; items that are numbered in a row are numbered anew.
  func shiftItem(by step: Int) -> Outcome {
    guard let (meeting, index) = selectedItem, meeting.agenda.indices.contains(index + step),
      let document = context.workspace.document(of: meeting.link)
    else { return .nothing }
    var after = meeting
    after.agenda.swapAt(index, index + step)
    let numbers = meeting.agenda.map(\.number)
    for place in after.agenda.indices { after.agenda[place].number = numbers[place] }
    let title = "Move \(step < 0 ? "up" : "down"): \(meeting.agenda[index].title)".shortTitle
    return .edit(Edit(title, meeting.changes(to: after, in: document)))
  }

  /// Why the selected item's outcome cannot become an action; nil when it can.
  var reasonNotToMakeAction: String? {
    guard let (meeting, _) = selectedItem else {
      return "Select an agenda item first: its outcome becomes the action."
    }
    return reasonNotToAdd(context.newAction(in: meeting.group))
  }

  /// Opens the form of a new action with the selected item's outcome.
  func actionFromOutcome() -> Outcome {
    guard let (meeting, index) = selectedItem else { return .nothing }
    let item = meeting.agenda[index]
    return .form(
      FormRequest(
        context.newAction(
          in: meeting.group, meeting: Reference(meeting.id),
          title: (item.outcome.isEmpty ? item.title : item.outcome).onOneLine, owner: item.lead,
          area:
            "from item \(item.number.isEmpty ? String(index + 1) : item.number): \(item.title)")))
  }

  /// The meeting to roll from and the one to roll to.
  private var rolling: (from: Meeting, to: Meeting)? {
    guard let group else { return nil }
    let shown = meetingHere
    let held =
      shown.flatMap { $0.status == .held ? $0 : nil }
      ?? context.records.lastMeeting(of: Reference(group.id), before: context.day)
    let next = context.records.nextMeeting(of: Reference(group.id), after: context.day)
    guard let held, let next, held.id != next.id else { return nil }
    return (held, next)
  }

  /// Why unfinished items cannot be rolled on; nil when they can.
  var reasonNotToRoll: String? {
    guard group != nil else { return "Go into a group or a meeting first." }
    guard let (held, next) = rolling else {
      return "A meeting that was held and one that is planned are needed. Press a in the meetings "
        + "to add the next one."
    }
    if next.rollingUnfinished(from: held) == next {
      return "Every item of the \(held.label.lowercasedFirst) has an outcome or is on the next "
        + "agenda already."
    }
    return reasonNotToChange(next.link)
  }

  /// Puts what a held meeting left unfinished on the agenda of the next one.
  func rollUnfinished() -> Outcome {
    guard let (held, next) = rolling, let document = context.workspace.document(of: next.link)
    else { return .nothing }
    let after = next.rollingUnfinished(from: held)
    let count = after.agenda.count - next.agenda.count
    return .edit(
      Edit(
        "Roll \(counted(count, "unfinished item")) to the \(next.label.lowercasedFirst)",
        next.changes(to: after, in: document)))
  }

  /// The planned meeting whose agenda can be begun.
  private var agendaToBegin: Meeting? {
    if let meetingHere { return meetingHere }
    return group.flatMap {
      context.records.nextMeeting(of: Reference($0.id), after: context.day)
    }
  }

  /// Why no agenda can be begun; nil when one can.
  var reasonNotToBegin: String? {
    guard group != nil else { return "Go into a group or a meeting first." }
    guard let meeting = agendaToBegin, meeting.status == .planned else {
      return "No meeting is planned. Press a in the meetings to add one."
    }
    return reasonNotToChange(meeting.link)
  }

  /// Asks what the agenda begins with.
  func askHowToBegin() -> Outcome {
    agendaToBegin.map { .choice(.agenda($0.id)) } ?? .nothing
  }

  /// What an agenda can begin with: the last one, or the items that stand on every agenda.
  func agendaItems(for id: String) -> [ChooserItem] {
    guard let meeting = context.workspace.meetings[id],
      let document = context.workspace.document(of: meeting.link)
    else { return [] }
    var items: [ChooserItem] = []
    func add(_ title: String, _ keys: String, _ after: Meeting) {
      let count = after.agenda.count - meeting.agenda.count
      let edit = Edit(
        "Begin agenda of the \(meeting.label.lowercasedFirst)",
        meeting.changes(to: after, in: document))
      items.append(
        ChooserItem(title, keys: keys, note: "adds \(counted(count, "item"))", .edit(edit)))
    }
    let earlier = context.records.meetings(of: meeting.group).last {
      $0.id != id && !$0.agenda.isEmpty && $0.date.map { $0 < meeting.date ?? $0 } ?? false
    }
    if let earlier {
      add(
        "the agenda of the \(earlier.label.lowercasedFirst)", "last",
        meeting.startingAgenda(asIn: earlier))
    }
    let standing = context.workspace.groups[meeting.group]?.standingItems ?? []
    if !standing.isEmpty {
      add(
        "the items that stand on every agenda", "standing",
        meeting.startingAgenda(standingItems: standing))
    }
    return items
  }
}

extension String {
  /// The text with a blank in place of each line break, however many stand in a row.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
