import CPosix
import Glibc

/// An access control list as Linux keeps it beside a file: who else than owner, group and others.
///
/// It lies in an extended attribute: version 2, then eight bytes for each entry, in the order
/// owner, named users, owning group, named groups, mask, others.
package struct PosixACL: Hashable, Sendable {
  /// Whom an entry is about.
  package enum Holder: Hashable, Sendable {
    case owner
    case user(UInt32)
    case owningGroup
    case group(UInt32)
    /// The most that named users and all groups may do.
    case mask
    case others
  }

  /// What one holder may do.
  package struct Entry: Hashable, Sendable {
    /// Whom the entry is about.
    package var holder: Holder
    /// 4 for reading, 2 for writing, 1 for searching a folder, added up.
    package var rights: UInt16

    /// Gives a holder rights.
    package init(_ holder: Holder, _ rights: UInt16) {
      self.holder = holder
      self.rights = rights
    }
  }

  /// Which of the two lists of a folder is meant; a file has only the first.
  package enum Role: String, Sendable {
    /// Who may do what with it.
    case access = "system.posix_acl_access"
    /// What files and folders get that are made in it.
    case inherited = "system.posix_acl_default"
  }

  /// The entries in the order in which the system wants them.
  package let entries: [Entry]

  /// A list of entries, put into the order in which the system wants them.
  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { ($0.tag, $0.number) < ($1.tag, $1.number) }
  }

  /// The list of a shared folder, or of the files in it: the group changes, the readers read.
  ///
  /// - Parameters:
  ///   - readers: The numbers of the groups that may only read.
  ///   - isFolder: Whether folders have to be searched as well.
  package init(sharedWithReaders readers: [UInt32], isFolder: Bool) {
    let search: UInt16 = isFolder ? 1 : 0
    self.init(
      [Entry(.owner, 6 | search), Entry(.owningGroup, 6 | search), Entry(.others, 0)]
        + readers.map { Entry(.group($0), 4 | search) }
        + [Entry(.mask, 6 | search)])
  }

  /// What a holder may do after the mask; 0 where the list does not name it.
  package func rights(of holder: Holder) -> UInt16 {
    let own = entries.first { $0.holder == holder }?.rights ?? 0
    guard holder != .owner, holder != .others,
      let mask = entries.first(where: { $0.holder == .mask })
    else { return own }
    return own & mask.rights
  }

  /// The named users and groups that have all of some rights.
  package func named(with rights: UInt16) -> [Holder] {
    entries.map(\.holder).filter { holder in
      switch holder {
      case .user, .group: self.rights(of: holder) & rights == rights
      case .owner, .owningGroup, .mask, .others: false
      }
    }
  }
}

extension PosixACL {
  private static let version: UInt32 = 2

  /// The list as the bytes of its attribute.
  package var bytes: [UInt8] {
    var bytes = littleEndian(Self.version)
    for entry in entries {
      bytes += littleEndian(entry.tag) + littleEndian(entry.rights) + littleEndian(entry.number)
    }
    return bytes
  }

  /// Reads the bytes of an attribute; nil when they are no such list.
  package init?(bytes: [UInt8]) {
    func number(at offset: Int, count: Int) -> UInt32 {
      bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard bytes.count >= 4, bytes.count % 8 == 4, number(at: 0, count: 4) == Self.version else {
      return nil
    }
    var entries: [Entry] = []
    for offset in stride(from: 4, to: bytes.count, by: 8) {
      let rights = number(at: offset + 2, count: 2)
      guard rights <= 7,
        let holder = Holder(
          tag: number(at: offset, count: 2), number: number(at: offset + 4, count: 4))
      else { return nil }
      entries.append(Entry(holder, UInt16(rights)))
    }
    self.init(entries)
  }

  /// The list of a file or folder; nil when it has none, or the file system keeps none.
  package init?(of path: String, _ role: Role = .access) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = lgetxattr(path, role.rawValue, &buffer, buffer.count)
    guard count > 0 else { return nil }
    self.init(bytes: Array(buffer[..<count]))
  }

  /// Gives the list to a file or folder; answers the error of the system, 0 for none.
  package func set(on path: String, _ role: Role = .access) -> Int32 {
    let bytes = bytes
    return lsetxattr(path, role.rawValue, bytes, bytes.count, 0) == 0 ? 0 : errno
  }
}

extension PosixACL.Entry {
  fileprivate var tag: UInt16 {
    switch holder {
    case .owner: 0x01
    case .user: 0x02
    case .owningGroup: 0x04
    case .group: 0x08
    case .mask: 0x10
    case .others: 0x20
    }
  }

  fileprivate var number: UInt32 {
    switch holder {
    case .user(let number), .group(let number): number
    case .owner, .owningGroup, .mask, .others: .max
    }
  }
}

extension PosixACL.Holder {
  fileprivate init?(tag: UInt32, number: UInt32) {
    switch tag {
    case 0x01: self = .owner
    case 0x02: self = .user(number)
    case 0x04: self = .owningGroup
    case 0x08: self = .group(number)
    case 0x10: self = .mask
    case 0x20: self = .others
    default: return nil
    }
  }
}

private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
