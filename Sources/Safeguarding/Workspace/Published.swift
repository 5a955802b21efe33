/// The mark of what rests on records that illustrate and were not published.
package let illustrativeMark = "°"

extension Workspace {
  /// The same workspace without what illustrates: what is published of it; nil where nothing illustrates.
  ///
  /// Whatever looks otherwise in it rests on a record that illustrates, and is marked so: a row, a sum, a
  /// date, the answer to "who is missing".
  public var published: Workspace? {
    let published = tables.map(\.published)
    if published.allSatisfy({ $0 == nil }) { return nil }
    var copy = self
    copy.tables = zip(published, tables).map { $0 ?? $1 }
    return copy
  }
}

/// What a workspace says on a day without the records that illustrate.
///
/// It takes as long to find as the workspace's own account; a second thread can do it meanwhile.
package struct PublishedAccount: Sendable {
  /// What is published of the workspace.
  package let workspace: Workspace
  /// What is owed by that, soonest first.
  package let owed: [Deadline]

  /// The account of a workspace on a day; nil where nothing illustrates.
  package init?(of workspace: Workspace, on day: CalendarDate) {
    guard let published = workspace.shown.published else { return nil }
    self.workspace = published
    owed = published.owed(on: day, under: nil)
  }
}

extension RecordTable where Element: Entity {
  /// The table without what illustrates, in the same order and from the same files; nil where nothing does.
  var published: RecordTable? {
    guard Element.mayIllustrate, Element.holdsIllustrations(elements) else { return nil }
    var kept = RecordTable()
    kept.elements.reserveCapacity(elements.count)
    var files = origins[...]
    for (position, element) in elements.enumerated() {
      while let file = files.first, file.start <= position {
        files.removeFirst()
        if kept.origins.last?.start == kept.elements.count { kept.origins.removeLast() }
        kept.origins.append((kept.elements.count, file.document))
      }
      if !element.isIllustrative { kept.elements.append(element.published ?? element) }
    }
    kept.noteAll(from: 0)
    if let grouping = Element.grouping { kept.group(from: 0, by: grouping) }
    return kept
  }
}

extension Deadline {
  /// By what the lists of deadlines are sorted; what has no day comes last.
  fileprivate var sortingDay: Int { due?.dueDay?.dayNumber ?? .max }

  /// Whether it is the same deadline, which may say something else.
  fileprivate func isSame(as other: Deadline) -> Bool {
    record == other.record && rule == other.rule && occasion.suffix == other.occasion.suffix
  }

  /// Whether it says the same of the same: what it is, by when, how it stands and whose it is.
  package func saysTheSame(as other: Deadline) -> Bool {
    title == other.title && due == other.due && firstDue == other.firstDue && start == other.start
      && status == other.status && doneOn == other.doneOn && distance == other.distance
      && mostLate == other.mostLate && owners == other.owners
  }
}

extension [Deadline] {
  /// The deadlines with those marked that would be otherwise without the records that illustrate.
  ///
  /// Both lists are sorted by the day. What is due on one day is compared in the order in which it was found, which is
  /// nearly always the same; only the rest is looked up by its id.
  package func marked(against published: [Deadline]) -> [Deadline] {
    var marked = self
    var unsettled: [Int] = []
    var others: [Deadline] = []
    var next = published.startIndex
    for (place, deadline) in enumerated() where !deadline.isIllustrative {
      let day = deadline.sortingDay
      while next < published.endIndex, published[next].sortingDay < day {
        others.append(published[next])
        next += 1
      }
      if next < published.endIndex, published[next].isSame(as: deadline) {
        if !deadline.saysTheSame(as: published[next]) { marked[place] = deadline.illustrating }
        next += 1
      } else {
        unsettled.append(place)
      }
    }
    if unsettled.isEmpty { return marked }
    let known = Dictionary(
      (others + published[next...]).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in unsettled where known[self[place].id].map(self[place].saysTheSame) != true {
      marked[place] = self[place].illustrating
    }
    return marked
  }
}
