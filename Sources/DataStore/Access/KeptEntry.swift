import CPosix
import Glibc

/// A file or folder as it is kept: whose it is, and who may do what with it.
struct KeptEntry {
  /// Its name in its folder; empty for the folder itself.
  let name: String
  /// What the system says of it.
  let status: stat
  /// Its access list; nil where its mode says everything.
  let ownList: PosixACL?
  /// What it passes on to what is made in it; nil for nothing.
  let inherited: PosixACL?

  /// What has a name in a folder, or the folder itself; nil where it cannot be asked.
  ///
  /// Everything is asked through one descriptor, so that all of it is about one file.
  init?(_ name: String, in folder: HeldFolder) {
    guard let file = OpenFile(folder.hold(name)) else { return nil }
    (self.name, status) = (name, file.status)
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    ownList = isLink ? nil : PosixACL(ofDescriptor: file.descriptor)
    inherited = isLink ? nil : PosixACL(ofDescriptor: file.descriptor, .inherited)
  }

  /// Whether it is a folder, and no link to one.
  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// Whether it is a plain file.
  var isFile: Bool { status.st_mode & S_IFMT == S_IFREG }

  /// Who may do what with it, by its list or else by its mode.
  var rights: PosixACL {
    func part(_ shift: mode_t) -> UInt16 {
      UInt16(truncatingIfNeeded: status.st_mode >> shift) & 7
    }
    return ownList
      ?? PosixACL([.init(.owner, part(6)), .init(.owningGroup, part(3)), .init(.others, part(0))])
  }
}

extension PosixACL {
  /// The groups that the list names for reading, whatever its mask leaves of it.
  var readingGroups: [UInt32] {
    entries.compactMap { entry in
      if case .group(let number) = entry.holder, entry.rights & 4 != 0 { number } else { nil }
    }
  }

  /// The list as `setfacl` takes it: "u::rwx,g::rwx,g:masa-users:rx,m::rwx,o::-".
  var words: String {
    entries.map { entry in
      let letters = [(4, "r"), (2, "w"), (1, "x")].filter { entry.rights & UInt16($0.0) != 0 }
      let rights = letters.isEmpty ? "-" : letters.map(\.1).joined()
      return switch entry.holder {
      case .owner: "u::\(rights)"
      case .user(let number): "u:\(number):\(rights)"
      case .owningGroup: "g::\(rights)"
      case .group(let number): "g:\(groupName(number)):\(rights)"
      case .mask: "m::\(rights)"
      case .others: "o::\(rights)"
      }
    }.joined(separator: ",")
  }

  /// What holders may do or not do, against what is wanted: "the group staff may not read it".
  ///
  /// Only the rights counted are compared; the group is that of the file, the thing its name there.
  func differences(
    from wanted: PosixACL, counted: UInt16, group: UInt32, thing: String
  ) -> [String] {
    let holders = wanted.entries.map(\.holder)
    let others = entries.map(\.holder).filter { !holders.contains($0) }
    return (holders + others).compactMap { holder in
      let (own, should) = (rights(of: holder) & counted, wanted.rights(of: holder) & counted)
      let name: String
      switch holder {
      case .owner: name = "its owner"
      case .owningGroup: name = "the group \(groupName(group))"
      case .group(let number): name = "the group \(groupName(number))"
      case .others: name = "everybody on this server"
      case .mask: return nil
      case .user(let number):
        name = "the account \(accountName(of: number) ?? String(number))"
        if own == 0 { return "\(name) is shut out of \(thing)" }
      }
      if own == should { return nil }
      let (missing, surplus) = (should & ~own, own & ~should)
      return "\(name) may \(missing != 0 ? "not " : "")"
        + "\(Self.verb(missing != 0 ? missing : surplus)) \(thing)"
    }
  }

  private static func verb(_ rights: UInt16) -> String {
    rights & 2 != 0 ? "change" : rights & 4 != 0 ? "read" : "look into"
  }
}

/// The name of a group of accounts, else its number, which every tool takes as well.
func groupName(_ number: UInt32) -> String { AccountGroup(number)?.name ?? String(number) }
