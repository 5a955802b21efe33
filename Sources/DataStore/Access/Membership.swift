import Safeguarding
import CPosix
import Glibc

/// The groups of an account, as the system lists them now.
///
/// A process keeps the groups that it began with, whatever becomes of the account. So what it may write
/// by a group is asked anew for each save.
struct Membership: Hashable, Sendable {
  /// The name of the account; nil where the system has none for its number.
  let name: String?
  /// The numbers of its groups; nil where they cannot be asked.
  let groups: Set<UInt32>?

  /// Asks the system about an account.
  init(ofAccount userID: UInt32) {
    name = accountName(of: userID)
    groups = name.flatMap { Self.groups(of: $0, userID) }
  }

  private static func groups(of name: String, _ userID: UInt32) -> Set<UInt32>? {
    guard let primary = primaryGroup(of: userID) else { return nil }
    var count: Int32 = 64
    while count <= 1 << 16 {
      var groups = [gid_t](repeating: 0, count: Int(count))
      let room = count
      if getgrouplist(name, primary, &groups, &count) >= 0 {
        return Set(groups.prefix(Int(count)))
      }
      count = max(count, room * 2)
    }
    return nil
  }
}

/// Whether what the account of a session had by its groups is still so.
struct Standing: Sendable {
  private let person: ProcessIdentity
  /// The groups when the session began.
  private let before: Membership

  /// The standing of somebody whose session begins.
  init(_ person: ProcessIdentity) {
    self.person = person
    before = Membership(ofAccount: person.userID)
  }

  /// Why nothing may be saved any more in folders of a data folder, as a sentence; nil when it may.
  ///
  /// Groups that only the process has, given by something else than the system's list, are left to the
  /// kernel where the account is in none of the list.
  func refusal(in folders: [String], of root: String, contact: String) -> String? {
    if person.userID == 0 { return nil }
    let now = Membership(ofAccount: person.userID)
    if before.name != nil, now.name == nil {
      return
        "Your account \(person.label) is not there any more on this server, so nothing is saved. "
        + "Nothing was changed. Ask \(contact)."
    }
    guard let listed = now.groups else { return nil }
    let own = processGroups()
    let isListed = listed.count > 1 || (before.groups?.count ?? 0) > 1
    let counting = isListed ? own.intersection(listed) : own
    for folder in folders {
      guard let rights = FolderRights(of: folder.isEmpty ? "\(root)/." : "\(root)/\(folder)"),
        let lost = rights.groupsLacking(in: counting, of: own, for: person.userID)
      else { continue }
      let names = lost.map { AccountGroup($0)?.name ?? "number \($0)" }.sorted()
      return
        "\(folder.isEmpty ? "What lies at the top of the data folder" : folder) may be changed by the "
        + "group \(Safeguarding.listed(names)), and your account \(person.label) is not in it any more, though this "
        + "session began with it. Nothing was saved and nothing was changed. Ask \(contact)."
    }
    return nil
  }

  private func processGroups() -> Set<UInt32> {
    var groups = [gid_t](repeating: 0, count: max(0, Int(getgroups(0, nil))))
    let count = getgroups(Int32(groups.count), &groups)
    return Set(groups.prefix(max(0, Int(count)))).union([getegid()])
  }
}
