extension Workspace {
  /// The file that keeps a record, by its path in the data folder; nil for kinds that are not edited.
  ///
  /// A group's meetings, actions and terms lie in the group's own folder, so that its chairs may change
  /// them. A record that was put into another file by hand is looked for when something is saved.
  public func document(of record: RecordID) -> String? {
    func inGroup(_ group: Reference<PartnershipGroup>?, _ file: String) -> String? {
      group.map { "groups/\($0.id)/\(file).json" }
    }
    switch record.kind {
    case ActionItem.kind: return inGroup(actions[record.id]?.group, "actions")
    case Meeting.kind: return inGroup(meetings[record.id]?.group, "meetings")
    case ChairTerm.kind: return inGroup(chairTerms[record.id]?.group, "chair-terms")
    case PartnershipGroup.kind: return inGroup(Reference(record.id), "group")
    case Review.kind: return "reviews/\(record.id).json"
    default: return nil
    }
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
