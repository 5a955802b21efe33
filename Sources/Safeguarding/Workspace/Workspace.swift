/// Everything a data folder holds, as values.
public struct Workspace: Sendable {
  /// The tables of all kinds, in the order of ``Kinds/all``.
  var tables: [any AnyRecordTable] = Workspace.emptyTables
  /// Days that are not working days.
  public var bankHolidays = BankHolidays()
  /// Everything wrong in the folder.
  public var faults: [Fault] = []
  /// Who may what beyond the system's own answer; nil where nobody has said.
  public var accessSettings: AccessSettings?
  /// What the person who reads it may read and change.
  public var access = Access()
  /// What tells each folder that was read from another one that is put in its place, by their paths; empty
  /// where there are no folders.
  public var folderIdentities: [String: String] = [:]
  /// What is hidden of its figures; nil where they are all there.
  public internal(set) var hiddenFigures: HiddenFigures?

  /// An empty workspace.
  public init() {}

  /// What people call a record of any kind.
  public var names: Names {
    Names { [self] kind, id in name(kind, id) ?? closedName(kind, id) }
  }

  /// Who may see what leaves, on one line; empty where nothing is said.
  package var handling: String { settings.handlingLabel.onOneLine }

  /// What people call a record where there is little room, such as in lists: the short name where there is one.
  public var shortNames: Names {
    let names = names
    return Names { [self] kind, id in
      record(RecordID(kind, id)).map { label(of: $0) } ?? names(kind, id)
    }
  }

  /// The id of a record that was not read, with a mark, where it could lie in what is closed.
  private func closedName(_ kind: RecordKind, _ id: String) -> String? {
    if access.closedSentence(of: kind, id: id) != nil { return "\(id) (closed to you)" }
    return access.mayHide(kind) ? "\(id) (unknown, or closed to you)" : nil
  }

  private func name(_ kind: RecordKind, _ id: String) -> String? {
    guard let slot = Kinds.slot(named: kind.name) else { return nil }
    if let other = tables[slot].namesake(id) { return name(other.kind, other.id) ?? other.id }
    return tables[slot].fullName(id)
  }

  /// The partnerships in the order of the settings; one that the settings forget comes last.
  public var orderedPartnerships: [Partnership] {
    let named = settings.partnerships.compactMap { partnerships[$0] }
    let ids = Set(named.map(\.id))
    return named + partnerships.all.filter { !ids.contains($0.id) }
  }

  /// The faults of one record.
  public func faults(of kind: RecordKind, id: String) -> [Fault] {
    faults.filter { $0.recordKind == kind && $0.recordID == id }
  }
}

extension Workspace {
  private static let emptyTables: [any AnyRecordTable] = {
    func empty<E: Entity>(_ type: E.Type) -> any AnyRecordTable { RecordTableBox<E>(RecordTable()) }
    return Kinds.all.map { empty($0) }
  }()

  /// The records of a kind.
  public subscript<E: Entity>(type: E.Type) -> RecordTable<E> {
    get {
      // A slot always holds the table of its kind: the kinds are numbered once.
      Kinds.slot(of: type).map { unsafeDowncast(tables[$0], to: RecordTableBox<E>.self).table }
        ?? RecordTable()
    }
    _modify {
      guard let slot = Kinds.slot(of: type) else {
        var none = RecordTable<E>()
        yield &none
        return
      }
      var table = unsafeDowncast(tables[slot], to: RecordTableBox<E>.self).table
      // The records have one owner while they are changed, so that nothing is copied.
      tables[slot] = Workspace.emptyTables[slot]
      defer { tables[slot] = RecordTableBox(table) }
      yield &table
    }
  }
}
