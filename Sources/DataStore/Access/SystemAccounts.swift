import CPosix
import Glibc

/// The account that this process runs under, as the system knows it.
///
/// It never comes from a variable of the environment: those can claim anything.
package struct ProcessIdentity: Hashable, Sendable {
  /// The number of the account.
  package let userID: UInt32
  /// The name of the account; nil where the system has none for the number.
  package let name: String?

  /// The account of this process.
  package init() {
    userID = getuid()
    name = accountName(of: userID)
  }

  /// What people call the account: its name, else its number.
  package var label: String { name ?? "account \(userID)" }
}

/// The name of an account; nil where the system has none for the number.
package func accountName(of userID: UInt32) -> String? {
  var entry = passwd()
  return lookUp(&entry, { getpwuid_r(userID, $0, $1, $2, $3) }) { entry in
    entry.pw_name.map { String(cString: $0) }
  }
}

/// The number of the group that an account has from the start; nil where the system has no such account.
func primaryGroup(of userID: UInt32) -> UInt32? {
  var entry = passwd()
  return lookUp(&entry, { getpwuid_r(userID, $0, $1, $2, $3) }) { $0.pw_gid }
}

/// A group of accounts on this server.
package struct AccountGroup: Hashable, Sendable {
  /// The number of the group.
  package let number: UInt32
  /// The name of the group.
  package let name: String
  /// The names of the accounts that were added to it.
  package let members: [String]

  /// The group with a number; nil where there is none.
  package init?(_ number: UInt32) {
    var entry = group()
    guard
      let found = lookUp(
        &entry, { getgrgid_r(number, $0, $1, $2, $3) }, take: Self.contents(of:))
    else { return nil }
    self = found
  }

  /// The group with a name; nil where there is none.
  package init?(named name: String) {
    var entry = group()
    guard
      let found = lookUp(
        &entry, { getgrnam_r(name, $0, $1, $2, $3) }, take: Self.contents(of:))
    else { return nil }
    self = found
  }

  private init(number: UInt32, name: String, members: [String]) {
    (self.number, self.name, self.members) = (number, name, members)
  }

  private static func contents(of entry: group) -> AccountGroup? {
    guard let name = entry.gr_name else { return nil }
    var members: [String] = []
    var next = entry.gr_mem
    while let member = next?.pointee {
      members.append(String(cString: member))
      next = next?.advanced(by: 1)
    }
    return AccountGroup(number: entry.gr_gid, name: String(cString: name), members: members)
  }
}

/// Asks the system for an entry, with room for its texts that grows until it is enough.
///
/// Nil where there is none, where it cannot be read, and where signals interrupt a hundred tries.
private func lookUp<Entry, Answer>(
  _ entry: inout Entry,
  _ ask: (
    UnsafeMutablePointer<Entry>, UnsafeMutablePointer<CChar>, Int,
    UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
  ) -> Int32,
  take: (Entry) -> Answer?
) -> Answer? {
  var size = 1024
  var interruptions = 0
  while size <= 1 << 22, interruptions < 100 {
    var code: Int32 = 0
    let answer = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { texts in
      guard let start = texts.baseAddress else { return nil as Answer? }
      var found: UnsafeMutablePointer<Entry>?
      code = ask(&entry, start, size, &found)
      return code == 0 && found != nil ? take(entry) : nil
    }
    if code == ERANGE {
      size *= 4
    } else if code == EINTR {
      interruptions += 1
    } else {
      return answer
    }
  }
  return nil
}
