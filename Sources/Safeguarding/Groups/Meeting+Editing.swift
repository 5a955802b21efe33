import Letters

extension Meeting {
  /// The meeting with the agenda of another one: the same items without what came of them.
  ///
  /// Items that it has already stay where they are; all are numbered anew.
  public func startingAgenda(asIn other: Meeting) -> Meeting {
    var meeting = self
    for item in other.agenda { meeting.add(item.renewed(papersDueOn: papersDueOn, note: "")) }
    return meeting.renumbered
  }

  /// The meeting with the items that stand on every agenda of its group.
  ///
  /// Items that it has already stay where they are; all are numbered anew.
  public func startingAgenda(standingItems titles: [String]) -> Meeting {
    var meeting = self
    for title in titles where !title.allSatisfy(\.isWhitespace) {
      var item = AgendaItem()
      item.title = title
      meeting.add(item)
    }
    return meeting.renumbered
  }

  /// The meeting with one more item at the end of its agenda, whatever else stands there.
  ///
  /// An item without a number gets the next one, where the last item has a plain number.
  public func adding(_ item: AgendaItem) -> Meeting {
    var meeting = self
    var item = item
    if item.number.isEmpty { item.number = nextNumber }
    meeting.agenda.append(item)
    return meeting
  }

  /// The meeting without an item; where all are numbered in a row, the rest is numbered anew.
  public func removingItem(at index: Int) -> Meeting {
    guard agenda.indices.contains(index) else { return self }
    var meeting = self
    meeting.agenda.remove(at: index)
    return agenda.map(\.number) == renumbered.agenda.map(\.number) ? meeting.renumbered : meeting
  }

  /// An item leaves the agenda with its number.
  public func removingElement(at index: Int, of list: String) -> Meeting? {
    list == Meeting.agendaField ? removingItem(at: index) : nil
  }

  /// The meeting with an item so many places further down; the numbers stay where they are.
  ///
  /// - Parameters:
  ///   - index: The position of the item in the agenda.
  ///   - step: How many places further down; further up below zero.
  /// - Returns: The meeting; as it is where there is no such item or place.
  public func movingItem(at index: Int, by step: Int) -> Meeting {
    guard agenda.indices.contains(index), agenda.indices.contains(index + step) else {
      return self
    }
    var meeting = self
    meeting.agenda.swapAt(index, index + step)
    for place in agenda.indices { meeting.agenda[place].number = agenda[place].number }
    return meeting
  }

  /// The meeting with a paper of an item, added unless the item has one of this title.
  ///
  /// - Parameters:
  ///   - title: The title of the paper.
  ///   - day: The day on which it came in: nil leaves it as it is, a nil day takes it out.
  ///   - index: The position of the item in the agenda; where there is none, nothing changes.
  /// - Returns: The meeting with the paper.
  public func noting(paper title: String, received day: CalendarDate??, inItem index: Int)
    -> Meeting
  {
    guard agenda.indices.contains(index) else { return self }
    var meeting = self
    var papers = agenda[index].papers
    if !papers.contains(where: { $0.title.isSame(as: title) }) {
      var paper = Paper()
      (paper.title, paper.dueOn) = (title, papersDueOn)
      papers.append(paper)
    }
    if let day {
      for position in papers.indices
      where papers[position].title.isSame(as: title) {
        papers[position].receivedOn = day
      }
    }
    meeting.agenda[index].papers = papers
    return meeting
  }

  /// Adds an item unless one of the same title is there.
  mutating func add(_ item: AgendaItem) {
    if !agenda.contains(where: { $0.isCalledLike(item) }) { self = adding(item) }
  }

  /// One more than the last item's number, or nothing where that is no plain number.
  private var nextNumber: String {
    guard let last = agenda.last else { return "1" }
    return Int(last.number).flatMap { $0 < .max ? String($0 + 1) : nil } ?? ""
  }

  private var renumbered: Meeting {
    var meeting = self
    for index in agenda.indices { meeting.agenda[index].number = String(index + 1) }
    return meeting
  }
}

extension AgendaItem {
  /// The item as it is to be taken up again: without an outcome, its papers still to come in.
  fileprivate func renewed(papersDueOn day: CalendarDate?, note: String) -> AgendaItem {
    var item = self
    (item.number, item.outcome, item.note) = ("", "", note)
    for index in papers.indices {
      item.papers[index].receivedOn = nil
      item.papers[index].dueOn = day
    }
    return item
  }

  /// Whether both have the same title, in small letters or large.
  func isCalledLike(_ other: AgendaItem) -> Bool {
    title.isSame(as: other.title)
  }
}
