import Safeguarding

/// The records of a workspace by what they belong to, sorted out once when the data changes.
struct RecordIndex: Sendable {
  private let workspace: Workspace
  private var actionsOfGroup: [Reference<PartnershipGroup>: [Int]] = [:]
  private var actionsOfReview: [Reference<Review>: [Int]] = [:]
  private var actionsOfMeeting: [Reference<Meeting>: [Int]] = [:]
  private var meetingsOfGroup: [Reference<PartnershipGroup>: [Meeting]] = [:]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    for (position, action) in workspace.actions.all.enumerated() {
      actionsOfGroup[action.group, default: []].append(position)
      if let review = action.review { actionsOfReview[review, default: []].append(position) }
      if let meeting = action.meeting { actionsOfMeeting[meeting, default: []].append(position) }
    }
    for meeting in workspace.meetings.all {
      meetingsOfGroup[meeting.group, default: []].append(meeting)
    }
    let unknown = ImpreciseDate(words: "")
    for (group, meetings) in meetingsOfGroup {
      meetingsOfGroup[group] = meetings.sorted { ($0.date ?? unknown) < ($1.date ?? unknown) }
    }
  }

  /// The positions of a group's actions among all, in the order of its file.
  func actionPositions(of group: Reference<PartnershipGroup>) -> [Int] {
    actionsOfGroup[group] ?? []
  }

  /// The positions of the actions that name a meeting.
  func actionPositions(of meeting: Reference<Meeting>) -> [Int] { actionsOfMeeting[meeting] ?? [] }

  /// The positions of the actions that a review asked for.
  func actionPositions(from review: Reference<Review>) -> [Int] { actionsOfReview[review] ?? [] }

  /// The actions that a review asked for.
  func actions(from review: Reference<Review>) -> [ActionItem] {
    actionPositions(from: review).map { workspace.actions.all[$0] }
  }

  /// A group's meetings, earliest first.
  func meetings(of group: Reference<PartnershipGroup>) -> [Meeting] {
    meetingsOfGroup[group] ?? []
  }

  /// The last meeting held on or before a day.
  func lastMeeting(of group: Reference<PartnershipGroup>, before day: CalendarDate) -> Meeting? {
    meetings(of: group).last {
      $0.status == .held && ($0.date?.first.map { $0 <= day } ?? false)
    }
  }

  /// The next meeting planned on or after a day.
  func nextMeeting(of group: Reference<PartnershipGroup>, after day: CalendarDate) -> Meeting? {
    meetings(of: group).first {
      $0.status == .planned && ($0.date?.last.map { day <= $0 } ?? false)
    }
  }

  /// The meeting that matters now: the next one, else the last there was.
  func presentMeeting(of group: Reference<PartnershipGroup>, on day: CalendarDate) -> Meeting? {
    nextMeeting(of: group, after: day) ?? meetings(of: group).last
  }
}
