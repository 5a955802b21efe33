import Safeguarding
import CPosix
import Glibc

/// Who may change and read a folder or file, in words: what its owner, mode and access list say.
struct FolderRights {
  private let status: stat
  private let list: PosixACL?

  /// The rights of what lies at a path, without following a link; nil where it cannot be asked.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.status = status
    list = status.st_mode & S_IFMT == S_IFLNK ? nil : PosixACL(of: path)
  }

  /// The rights of what was looked at.
  init(_ kept: KeptEntry) { (status, list) = (kept.status, kept.ownList) }

  /// The number of the account that owns it.
  var owner: UInt32 { status.st_uid }

  /// The accounts whose `access.json` counts in a data folder: its owner's and the administrator's; nil
  /// where the folder cannot be asked.
  static func trustedOwners(of root: String) -> Set<UInt32>? {
    FolderRights(of: root + "/.").map { [$0.owner, 0] }
  }

  /// The number of the group that owns it.
  var group: UInt32 { status.st_gid }

  /// Whether everybody with an account may write it.
  var isOpenToAll: Bool { status.st_mode & S_IWOTH != 0 }

  /// Who may change it: "the group pmqa-chairs only (ann, bob)", "its owner ann only".
  var writers: String {
    isOpenToAll ? "everybody" : holders(with: 2) + " only" + members(with: 2)
  }

  /// Whom it is open to: "the groups reviews-chairs and reviews-readers".
  var readers: String {
    status.st_mode & S_IROTH != 0 ? "everybody" : holders(with: 4)
  }

  /// The groups, apart from one that may, and the named accounts that may write it.
  func otherWriters(than group: UInt32) -> [String] {
    let groups = self.groups(with: 2).filter { $0 != group }.map { "the group \(name(of: $0))" }
    return groups + users(with: 2).map { "the account \(accountName(of: $0) ?? String($0))" }
  }

  /// The groups by which alone somebody may write it, when they count no more; nil while another right does.
  ///
  /// - Parameters:
  ///   - counting: The groups of the account that count.
  ///   - own: The groups that the process has.
  ///   - userID: The number of the account.
  /// - Returns: The groups that the process still has and the account does not.
  func groupsLacking(
    in counting: Set<UInt32>, of own: Set<UInt32>, for userID: UInt32
  ) -> [UInt32]? {
    if isOpenToAll || owner == userID || users(with: 2).contains(userID) { return nil }
    let writing = groups(with: 2).filter { own.contains($0) }
    return writing.isEmpty || writing.contains(where: counting.contains) ? nil : writing
  }

  /// The names of the groups and accounts, its owner among them, that may change it, and of those that may read it.
  var grantees: (writers: [String], readers: [String]) {
    func named(_ rights: UInt16) -> [String] {
      groups(with: rights).compactMap { AccountGroup($0)?.name }
        + users(with: rights).compactMap { accountName(of: $0) }
        + (UInt16(truncatingIfNeeded: status.st_mode >> 6) & rights == rights
          ? [accountName(of: status.st_uid)].compactMap { $0 } : [])
    }
    return (named(2), named(4))
  }

  /// Whether everybody with an account may read it.
  var isReadByAll: Bool { status.st_mode & S_IROTH != 0 }

  private func holders(with rights: UInt16) -> String {
    let groups = groups(with: rights).map(name(of:))
    let users = users(with: rights).map { accountName(of: $0) ?? "account \($0)" }
    let named =
      (groups.isEmpty ? [] : ["the group\(groups.count == 1 ? "" : "s") \(listed(groups))"])
      + (users.isEmpty ? [] : [listed(users)])
    if !named.isEmpty { return listed(named) }
    return "its owner \(accountName(of: status.st_uid) ?? "account \(status.st_uid)")"
  }

  /// The groups that have some rights, the owning one first.
  private func groups(with rights: UInt16) -> [UInt32] {
    guard let list else {
      let own = UInt16(truncatingIfNeeded: status.st_mode >> 3)
      return own & rights == rights ? [status.st_gid] : []
    }
    let own = list.rights(of: .owningGroup) & rights == rights ? [status.st_gid] : []
    return own
      + list.named(with: rights).compactMap { if case .group(let id) = $0 { id } else { nil } }
  }

  private func users(with rights: UInt16) -> [UInt32] {
    (list?.named(with: rights) ?? []).compactMap { if case .user(let id) = $0 { id } else { nil } }
  }

  /// At most five of those who were added to the one group that may: " (ann, bob and 3 more)".
  private func members(with rights: UInt16) -> String {
    let groups = groups(with: rights)
    guard groups.count == 1, let group = AccountGroup(groups[0]), !group.members.isEmpty else {
      return ""
    }
    let rest = group.members.count - 5
    let shown = group.members.prefix(5).joined(separator: ", ")
    return " (\(shown)\(rest > 0 ? " and \(rest) more" : ""))"
  }

  private func name(of group: UInt32) -> String {
    AccountGroup(group)?.name ?? "number \(group)"
  }
}
