extension ActionItem {
  /// An action of a group that is raised on a day: by one of its meetings, or by a review.
  ///
  /// - Parameters:
  ///   - group: The group that watches over it.
  ///   - day: The day.
  ///   - meeting: The meeting that agrees it.
  ///   - review: The review that recommends it.
  ///   - title: What has to be done.
  ///   - owner: Who does it.
  ///   - area: The heading that it stands under.
  public init(
    raisedIn group: Reference<PartnershipGroup>, on day: CalendarDate,
    by meeting: Reference<Meeting>? = nil, from review: Reference<Review>? = nil,
    title: String = "", owner: Owner? = nil, area: String = ""
  ) {
    self.init()
    self.group = group
    origin = review == nil ? .meeting : .recommendation
    raisedOn = ImpreciseDate(day)
    (self.meeting, self.review) = (meeting, review)
    owners = owner.map { [$0] } ?? []
    (self.title, self.area) = (title, area)
  }

  /// The action as done on a day.
  ///
  /// One that returns keeps its first date: the rules count its next one from the day it was done.
  public func completed(on day: CalendarDate) -> ActionItem {
    var action = self
    action.status = .done
    action.doneOn = ImpreciseDate(day)
    return action
  }

  /// The action as still to be done; the day on which it was finished is taken out.
  public func reopened() -> ActionItem {
    var action = self
    action.status = .open
    action.doneOn = nil
    return action
  }

  /// The action with another status; the day on which it was finished goes with it.
  ///
  /// What is done already keeps its day, unless it returns and was done once more.
  /// - Parameters:
  ///   - status: How it stands from now on.
  ///   - day: The day on which it is finished, where the status says that it is.
  /// - Returns: The action with both.
  public func standing(as status: ActionStatus, on day: CalendarDate) -> ActionItem {
    switch status {
    case .done:
      return self.status == .done && doneOn != nil && repeats == nil ? self : completed(on: day)
    default:
      var action = self.status == .done ? reopened() : self
      action.status = status
      return action
    }
  }

  /// The action with one more note on how it is getting on, after those it has.
  ///
  /// - Parameters:
  ///   - text: What happened; a blank text adds nothing.
  ///   - day: The day of the note.
  ///   - author: Who says so; empty where that is not to be kept.
  /// - Returns: The action with the note.
  public func noted(_ text: String, on day: CalendarDate, by author: String) -> ActionItem {
    guard !text.allSatisfy(\.isWhitespace) else { return self }
    var action = self
    var note = ProgressNote()
    (note.on, note.text, note.by) = (ImpreciseDate(day), text, author)
    action.progress.append(note)
    return action
  }
}

extension ActionItem {
  /// The day on which an action is finished goes with its status.
  public func settled(after before: ActionItem, on day: CalendarDate) -> ActionItem {
    guard before.status != status else { return self }
    var action = self
    if status == .done, doneOn == nil { action.doneOn = ImpreciseDate(day) }
    if before.status == .done, doneOn == before.doneOn { action.doneOn = nil }
    return action
  }
}
