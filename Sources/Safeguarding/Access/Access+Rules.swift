extension Access {
  /// The fields of an action that its owner may change without being chair or business manager.
  ///
  /// The day on which it was finished goes with the status.
  public static let ownFields: Set = ["status", "doneOn", "progress", "note", "evidence"]

  /// Why a record may not be changed, as a sentence with whom to ask; nil when it may be.
  ///
  /// - Parameters:
  ///   - record: The record; one with an empty id is to be added.
  ///   - document: The file that holds it, by its path in the data folder.
  ///   - fields: The fields that are to be changed; nil asks whether any of them may be.
  ///   - owners: The ids of those who have to do it, where it is an action.
  /// - Returns: The sentence, or nil.
  public func lock(
    on record: RecordID, in document: String, fields: Set<String>? = nil,
    owners: Set<String> = []
  ) -> String? {
    for path in [document, folderPath(of: document)] {
      switch permissions[path] {
      case .locked(let sentence), .closed(let sentence): return sentence
      case .open, nil: break
      }
    }
    return hasWhole(document) ? nil : narrowLock(on: record, fields: fields, owners: owners)
  }

  /// Whether the role lets everything in a file be changed that the system lets be changed.
  public func hasWhole(_ document: String) -> Bool {
    switch role {
    case .manager: return true
    case .chair(let groups):
      let parts = document.split(separator: "/")
      guard parts.count > 1, parts[0] == "groups" else { return false }
      // A folder that was renamed is still that of its group.
      let group = groupsOfFolders["groups/\(parts[1])"] ?? String(parts[1])
      return groups.contains(group)
    case .member: return false
    }
  }

  /// What a member, or a chair in other groups than their own, may not do.
  private func narrowLock(
    on record: RecordID, fields: Set<String>?, owners: Set<String>
  ) -> String? {
    let mayDo = "You may change status and notes of your own actions here. "
    let ownFields = Kinds.type(named: record.kind.name)?.ownFields ?? []
    guard !ownFields.isEmpty, !record.id.isEmpty else {
      return "\(mayDo)For anything else ask \(contact)."
    }
    if identities.isEmpty {
      return "Nobody has said yet which actions are yours. Ask \(contact)."
    }
    if owners.isDisjoint(with: identities) {
      return "This action is not yours. \(mayDo)For anything else ask \(contact)."
    }
    if let fields, !fields.isSubset(of: ownFields) {
      return "\(mayDo)For anything else about them ask \(contact)."
    }
    return nil
  }
}

extension Workspace {
  /// Why this person may not change a record, as a sentence with whom to ask; nil when they may.
  ///
  /// - Parameters:
  ///   - record: The record; one with an empty id is to be added.
  ///   - document: The file that holds it.
  ///   - fields: The fields that are to be changed; nil asks whether any of them may be.
  /// - Returns: The sentence, or nil.
  public func lock(
    on record: RecordID, in document: String, fields: Set<String>? = nil
  ) -> String? {
    let owners = self.record(record)?.owners ?? []
    return access.lock(
      on: record, in: document, fields: fields, owners: Set(owners.flatMap(\.ids)))
  }
}

extension Owner {
  /// The ids of whoever is named.
  public var ids: [String] {
    [agency?.id, seat?.id, group?.id, partnership?.id, person?.id].compactMap(\.self)
      .filter { !$0.isEmpty }
  }
}
