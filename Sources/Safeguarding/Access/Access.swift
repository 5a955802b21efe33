/// What one person may read and change: the system's answer for each folder, narrowed by their role.
///
/// What is not mentioned is open. Access only decides what is offered; the system decides again when
/// something is saved.
public struct Access: Hashable, Sendable {
  /// What the system lets a person do with a folder or file.
  public enum Permission: Hashable, Sendable {
    case open
    /// It may be read; the sentence says why it may not be changed, and whom to ask.
    case locked(String)
    /// It may not be read; the sentence says so, and whom to ask.
    case closed(String)
  }

  /// What the role of a person narrows their access to.
  public enum Role: Hashable, Sendable {
    /// Everything the system allows.
    case manager
    /// Everything in the folders of these groups, and their own actions elsewhere.
    case chair(of: Set<String>)
    /// Status and notes of their own actions.
    case member
  }

  /// The folders and files that are locked or closed, by their path in the data folder.
  public var permissions: [String: Permission]
  /// The kinds of records that each closed folder or file could hold.
  public var closedKinds: [String: Set<RecordKind>]
  /// What the person's role narrows.
  public var role: Role
  /// The groups whose folders are called otherwise, by the paths of the folders in the data folder.
  public var groupsOfFolders: [String: String] = [:]
  /// The ids of people, seats and agencies whose actions are the person's own.
  public var identities: Set<String>
  /// Whom to ask for more, in words: "the business manager".
  public var contact: String
  /// Whether the person sees numbers so small that somebody could be recognised by them.
  public var seesSmallNumbers = true

  /// Everything is open.
  public init(
    permissions: [String: Permission] = [:], closedKinds: [String: Set<RecordKind>] = [:],
    role: Role = .manager, identities: Set<String> = [],
    contact: String = "the administrator of this server"
  ) {
    self.permissions = permissions
    self.closedKinds = closedKinds
    self.role = role
    self.identities = identities
    self.contact = contact
  }

  /// The folders and files that may not be read, with the sentence that says whom to ask.
  public var closed: [(path: String, sentence: String)] {
    permissions.compactMap { path, permission in
      if case .closed(let sentence) = permission { (path, sentence) } else { nil }
    }.sorted { $0.path < $1.path }
  }

  /// Why a file may not be read, as a sentence with whom to ask; nil when it may.
  public func closedSentence(of document: String) -> String? {
    closed.first { document == $0.path || document.hasPrefix("\($0.path)/") }?.sentence
  }

  /// Why a record that was not found may not be read: what would hold it is closed; nil when it is not.
  ///
  /// A folder below another one, and a file there, is named after its record.
  public func closedSentence(of kind: RecordKind, id: String) -> String? {
    closed.first { path, _ in
      guard closedKinds[path]?.contains(kind) == true else { return false }
      let parts = path.split(separator: "/")
      return parts.count == 1 || parts[1] == id || parts[1] == "\(id).json"
    }?.sentence
  }

  /// Whether records of a kind could lie in what is closed.
  public func mayHide(_ kind: RecordKind) -> Bool {
    closed.contains { closedKinds[$0.path]?.contains(kind) == true }
  }
}
