extension Workspace {
  /// The record of a kind, by the kind's name and its id.
  public func record(kind: String, id: String) -> (any Entity)? {
    Kinds.slot(named: kind).flatMap { tables[$0].record(id) }
  }

  /// The record that an id means.
  public func record(_ id: RecordID) -> (any Entity)? { record(kind: id.kind.name, id: id.id) }

  /// What a record calls itself; nil where there is no such record.
  package func ownLabel(of id: RecordID) -> String? {
    Kinds.slot(named: id.kind.name).flatMap { tables[$0].label(id.id) }
  }

  /// What people call a record, by the name of another one where it has none of its own.
  package func label(of record: any Entity) -> String {
    guard let other = record.namesake else { return record.label }
    return self.record(other)?.label ?? other.id
  }

  /// How many records of a kind there are.
  public func count(of type: any Entity.Type) -> Int {
    func count<E: Entity>(_ type: E.Type) -> Int { self[E.self].all.count }
    return count(type)
  }

  /// Adds the records of workspaces that were read from later files of the same folder.
  public mutating func join(_ later: [Workspace]) {
    for slot in tables.indices {
      tables[slot] = tables[slot].joined(by: later.map { $0.tables[slot] })
    }
    for workspace in later {
      bankHolidays.join(workspace.bankHolidays)
      if let settings = workspace.accessSettings { accessSettings = settings }
      faults += workspace.faults
    }
  }

  /// Keeps the records alone, without what finds them by their ids: they are found when they are joined.
  package mutating func forgetLookups() { tables = tables.map(\.withoutLookups) }

  /// Whether the first record of each kind in a file belongs into that file, as its fields say.
  package func isAtHome(_ document: String) -> Bool {
    tables.allSatisfy { $0.isAtHome(document) != false }
  }

  /// Takes out what stands in files that do not count, and records whose ids other files keep.
  ///
  /// - Parameters:
  ///   - isLeftOut: Whether nothing of a file counts.
  ///   - homes: The files that keep records which others hold as well, by the kind's name and the id.
  package mutating func leaveOut(
    _ isLeftOut: (String) -> Bool, keeping homes: [String: [String: String]]
  ) {
    for slot in tables.indices { tables[slot] = tables[slot].leavingOut(isLeftOut, keeping: homes) }
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

extension Workspace {
  /// The records of a kind, in the order in which they were read; then what the program brings along.
  package func records(of kind: RecordKind) -> [any Entity] {
    func records<E: Entity>(_ type: E.Type) -> [any Entity] {
      let own = self[E.self]
      return own.all + E.builtIn.all.filter { own[$0.id] == nil }
    }
    return Kinds.type(named: kind.name).map { records($0) } ?? []
  }

  /// The file into which a new record of a kind goes that a name alone is enough for; nil for any other.
  package func documentOfNew(_ kind: RecordKind) -> String? {
    func document<E: Entity>(_ type: E.Type) -> String? {
      let isNamed = RecordShape(E.self).fields.allSatisfy { field in
        switch field.shape {
        case .text, .choice: true
        default: field.presence == .optional
        }
      }
      return isNamed ? E.homes.first { !$0.path.contains("*") && !$0.path.isEmpty }?.path : nil
    }
    return Kinds.type(named: kind.name).flatMap { document($0) }
  }
}
