import Safeguarding

extension Standpoint {
  /// Who is selected among those who came or were expected, and the meeting.
  private var attending: (meeting: Meeting, who: Attendance, index: Int?)? {
    if case .unrecorded(let addition) = subject, let start = addition.start,
      let meeting = context.workspace.meetings[addition.target.record.id],
      let who = Attendance.read(from: StoredSource(start))
    {
      return (meeting, who, nil)
    }
    guard let record = subject.record, let index = subject.index,
      let meeting = context.workspace.meetings[record.id],
      meeting.attendance.indices.contains(index)
    else { return nil }
    return (meeting, meeting.attendance[index], index)
  }

  /// Why it cannot be said whether somebody came; nil when it can.
  var reasonNotToAttend: String? {
    guard let (meeting, who, _) = attending else { return "Select somebody first." }
    // Others of the same meeting may be on their way to the disk: their rows are merged.
    let isBusy = saving.contains { edit in
      edit.changes.contains { change in
        guard change.record == meeting.link else { return false }
        guard change.field == "attendance" else { return change.field != "status" }
        let mine = { (list: StoredValue?) in list?.elements?.first { who.isNamed(in: $0) } }
        return mine(change.from) != mine(change.to)
      }
    }
    if isBusy { return "The last change of this is still being saved. Press again in a moment." }
    return context.lock(on: meeting.link)
  }

  /// Goes on to what comes next for whoever is selected: present, apologies, absent.
  ///
  /// With the first one on its day or later, a planned meeting is held.
  func attend() -> Outcome {
    guard let (meeting, who, index) = attending,
      let document = context.workspace.document(of: meeting.link)
    else { return .nothing }
    let isAhead =
      meeting.status == .planned && (meeting.date?.first.map { context.day < $0 } ?? false)
    var changed = who
    changed.status = index == nil ? .present : who.status.next
    // Nobody has come to a meeting that is still ahead.
    if isAhead, changed.status == .present { changed.status = .apologies }
    if changed.status == .present { changed.reason = "" }
    var after = meeting
    if let index {
      after.attendance[index] = changed
    } else {
      after.attendance.append(changed)
    }
    var end = ""
    if meeting.status == .planned, !isAhead {
      after.status = .held
      end = " (the meeting counts as held now)"
    }
    let name = [
      who.seat?.lines(context.names), who.person?.lines(context.names),
      who.agency?.lines(context.names),
    ].compactMap { $0?.joined() }.joined(separator: ", ")
    return .tick(
      Edit(
        "Attendance: \(name), \(changed.status.title)\(end)".shortTitle,
        meeting.changes(to: after, in: document)), TickMemory())
  }
}

extension Attendance {
  /// Whether an element of a list is about the same seat, person or agency.
  fileprivate func isNamed(in element: StoredValue) -> Bool {
    if let seat { return element["seat"]?.text == seat.id }
    if let person { return element["person"]?.text == person.id }
    return agency != nil && element["agency"]?.text == agency?.id
  }
}

extension AttendanceStatus {
  /// What follows when one goes through them.
  fileprivate var next: AttendanceStatus {
    switch self {
    case .present: .apologies
    case .apologies: .absent
    case .absent: .present
    }
  }
}
