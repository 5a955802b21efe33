extension Workspace {
  /// The records that refer to a record, in the order of their kinds.
  public func referrers(to record: RecordID) -> [RecordID] {
    var search = ReferrerSearch(workspace: self, record: record)
    Kinds.visit(&search)
    return search.found
  }

  /// How many records of all kinds there are.
  public var recordCount: Int { Kinds.all.reduce(0) { $0 + count(of: $1) } }
}

/// Looks for records that name another one.
private struct ReferrerSearch: KindVisitor {
  let workspace: Workspace
  let record: RecordID
  var found: [RecordID] = []

  mutating func visit<E: Entity>(_ type: E.Type) {
    let isOwnKind = E.kind == record.kind
    // Each record is looked at where it lies: it has many fields.
    let all = workspace[E.self].all
    for index in all.indices where all[index].refers(to: record) {
      if isOwnKind, all[index].id == record.id { continue }
      found.append(all[index].link)
    }
  }
}
