import Safeguarding

/// Which rows of the screen are about what others changed: only those get a mark.
struct NewsPlaces {
  private let changes: [Change]
  private let records: Set<RecordID>

  init(_ news: [News]) {
    changes = news.flatMap(\.entry.changes)
    records = Set(changes.map(\.record))
  }

  /// Whether a row stands for something that others changed.
  func concern(_ subject: RowSubject, _ workspace: Workspace) -> Bool {
    guard let record = subject.record, records.contains(record) else { return false }
    guard let field = subject.list else { return true }
    return changes.contains { change in
      guard change.record == record else { return false }
      guard change.field != nil else { return true }
      return change.field == field && hasChanged(subject, in: change, workspace)
    }
  }

  /// Whether an element of a list is none of those that were there before.
  private func hasChanged(
    _ subject: RowSubject, in change: Change, _ workspace: Workspace
  ) -> Bool {
    let record = workspace.record(kind: change.record.kind.name, id: change.record.id)
    guard let index = subject.index, let now = record?.stored?[change.field ?? ""]?.elements,
      now.indices.contains(index)
    else { return true }
    let before = change.from?.elements ?? []
    if let place = before.firstIndex(of: now[index]) {
      return change.to?.elements?.firstIndex(of: now[index]) != place
    }
    guard let name = now[index].identity else { return true }
    let theirs = change.to?.elements?.filter { !before.contains($0) } ?? []
    return theirs.contains { $0.identity == name }
  }
}
