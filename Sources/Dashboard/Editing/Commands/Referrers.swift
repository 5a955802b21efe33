import Safeguarding

extension Workspace {
  /// The records that refer to a record, in the order of their kinds.
  func referrers(to record: RecordID) -> [RecordID] {
    var search = ReferrerSearch(record)
    for type in Kinds.all { search.look(for: type, in: self) }
    return search.found
  }
}

/// Looks for records that name another one.
private struct ReferrerSearch {
  let record: RecordID
  var found: [RecordID] = []

  init(_ record: RecordID) { self.record = record }

  mutating func look<E: Entity>(for type: E.Type, in workspace: Workspace) {
    for entity in workspace[E.self].all where entity.link != record {
      // Only what holds the id at all is read to see what it means there.
      guard let stored = entity.stored, holds(stored) else { continue }
      let findings = StoredSource.Findings()
      _ = E.read(from: StoredSource(stored, findings))
      if findings.references.contains(record) { found.append(entity.link) }
    }
  }

  private func holds(_ value: StoredValue) -> Bool {
    switch value {
    case .text(let text): text == record.id
    case .list(let elements): elements.contains(where: holds)
    case .record(let members): members.contains { holds($0.value) }
    case .boolean, .number: false
    }
  }
}
