extension Workspace {
  /// The file that holds a record, by its path in the data folder; nil for one that is not there.
  public func document(of record: RecordID) -> String? {
    Kinds.slot(named: record.kind.name).flatMap { tables[$0].document(of: record.id) }
  }

  /// The record in whose field a record lies, and where it lies in it; nil for one that stands for itself.
  public func holder(of record: RecordID) -> (record: RecordID, field: String, index: Int)? {
    guard let type = Kinds.type(named: record.kind.name) else { return nil }
    func holder<E: Entity>(_ type: E.Type) -> (record: RecordID, field: String, index: Int)? {
      for home in E.homes {
        guard case .inside(let field, let holders) = home.form else { continue }
        for holder in all(holders) {
          if let index = home.insiders(holder).firstIndex(where: { $0.id == record.id }) {
            return (holder.link, field.description, index)
          }
        }
      }
      return nil
    }
    return holder(type)
  }

  private func all(_ type: any Entity.Type) -> [any Entity] {
    func all<E: Entity>(_ type: E.Type) -> [any Entity] { self[E.self].all }
    return all(type)
  }
}

extension Entity {
  /// The record as something to point to.
  public var link: RecordID { RecordID(Self.kind, id) }

  /// The changes that make this record another one, field by field; none when both say the same.
  public func changes(to after: Self, in document: String) -> [Change] {
    Self.differences(from: stored, to: after.stored).map { difference in
      Change(
        document, link, field: difference.field, from: difference.from, to: difference.to)
    }
  }

  /// The change that adds this record to a file; an empty id is filled in when it is saved.
  public func added(to document: String) -> Change {
    Change(document, link, from: nil, to: stored)
  }

  /// The change that takes this record out of a file.
  public func removed(from document: String) -> Change {
    Change(document, link, from: stored, to: nil)
  }
}
