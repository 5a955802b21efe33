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
    var files = origins[...]
    for (position, element) in elements.enumerated() {
      while let file = files.first, file.start <= position {
        files.removeFirst()
        if kept.origins.last?.start == kept.elements.count { kept.origins.removeLast() }
        kept.origins.append((kept.elements.count, file.document))
      }
      if !element.isIllustrative { kept.append(element.published ?? element) }
    }
    return kept
  }
}

extension Deadline {
  /// Whether it says the same of the same: what it is, by when, how it stands and whose it is.
  func saysTheSame(as other: Deadline) -> Bool {
    title == other.title && due == other.due && firstDue == other.firstDue && start == other.start
      && status == other.status && doneOn == other.doneOn && distance == other.distance
      && mostLate == other.mostLate && owners == other.owners
  }
}

extension [Deadline] {
  /// The deadlines with those marked that would be otherwise without the records that illustrate.
  package func marked(against published: [Deadline]) -> [Deadline] {
    let known = Dictionary(published.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return map { deadline in
      if deadline.isIllustrative { return deadline }
      return known[deadline.id].map(deadline.saysTheSame) == true ? deadline : deadline.illustrating
    }
  }
}
