extension Workspace {
  /// The record of a kind, by the kind's name and its id.
  public func record(kind: String, id: String) -> (any Entity)? {
    Kinds.slot(named: kind).flatMap { tables[$0].record(id) }
  }

  /// The record that an id means.
  public func record(_ id: RecordID) -> (any Entity)? { record(kind: id.kind.name, id: id.id) }

  /// How many records of a kind there are.
  public func count(of type: any Entity.Type) -> Int {
    func count<E: Entity>(_ type: E.Type) -> Int { self[E.self].all.count }
    return count(type)
  }

  /// Adds the records of a workspace that was read from later files of the same folder.
  public mutating func join(_ later: Workspace) {
    for slot in tables.indices { tables[slot] = tables[slot].joined(by: later.tables[slot]) }
    bankHolidays.join(later.bankHolidays)
    if let settings = later.accessSettings { accessSettings = settings }
    faults += later.faults
  }

  /// Adds records of a kind that stand in a file, with those that lie inside them.
  public mutating func add<E: Entity>(_ records: [E], from document: String) {
    self[E.self].append(contentsOf: records, from: document)
    for type in Kinds.insiders(of: E.self) { addInsiders(type, of: records, from: document) }
  }

  private mutating func addInsiders<E: Entity>(
    _ type: E.Type, of holders: [any Entity], from document: String
  ) {
    for home in E.homes {
      for holder in holders { add(home.insiders(holder), from: document) }
    }
  }
}
