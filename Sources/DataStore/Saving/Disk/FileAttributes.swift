import CPosix
import Glibc

/// What a file has beside its bytes, and keeps when it is replaced.
struct FileAttributes {
  private let status: stat
  private let extended: [(name: String, value: [UInt8])]

  private static let accessList = "system.posix_acl_access"
  /// Attributes that vouch for the old bytes, so that they would be wrong on new ones.
  private static let seals: Set = ["security.ima", "security.evm"]

  /// Reads them from an open file; nil when they cannot be read, and `errno` says why.
  init?(of file: borrowing OpenFile) {
    let descriptor = file.descriptor
    guard let names = Self.names(descriptor) else { return nil }
    var extended: [(name: String, value: [UInt8])] = []
    for name in names where !Self.seals.contains(name) {
      if let value = Self.bytes({ fgetxattr(descriptor, name, $0, $1) }) {
        extended.append((name, value))
      } else if Self.mustStay(name), errno != ENODATA {
        return nil
      }
    }
    status = file.status
    self.extended = extended
  }

  /// Gives them to a file that shall replace the old one; false when one that must stay cannot.
  ///
  /// The superuser keeps the owner, too; who may do what never depends on it. The group may change
  /// only where the folder settles the group of its files.
  func give(to file: borrowing OpenFile, folderGivesGroup: Bool) -> Bool {
    let descriptor = file.descriptor
    let (owner, group) = (file.status.st_uid, file.status.st_gid)
    if group != status.st_gid {
      let isKept = uninterrupted { fchown(descriptor, uid_t.max, status.st_gid) } == 0
      guard isKept || folderGivesGroup else { return false }
    }
    if owner != status.st_uid, geteuid() == 0,
      uninterrupted({ fchown(descriptor, status.st_uid, gid_t.max) }) != 0
    {
      return false
    }
    return giveExtended(to: descriptor)
      && uninterrupted { fchmod(descriptor, status.st_mode & 0o777) } == 0
  }

  private func giveExtended(to descriptor: Int32) -> Bool {
    if !extended.contains(where: { $0.name == Self.accessList }),
      // The new file may have taken a list from its folder; the old one had none.
      uninterrupted({ fremovexattr(descriptor, Self.accessList) }) != 0,
      errno != ENODATA, errno != ENOTSUP
    {
      return false
    }
    for (name, value) in extended {
      let isGiven = uninterrupted { fsetxattr(descriptor, name, value, value.count, 0) } == 0
      if !isGiven, Self.mustStay(name) { return false }
    }
    return true
  }

  private static func mustStay(_ name: String) -> Bool {
    name == accessList || name.hasPrefix("user.")
  }

  private static func names(_ descriptor: Int32) -> [String]? {
    let list = bytes { buffer, size in
      flistxattr(descriptor, buffer?.assumingMemoryBound(to: CChar.self), size)
    }
    guard let list else { return errno == ENOTSUP ? [] : nil }
    return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What a call fills in that tells how much room it needs when it is given none.
  private static func bytes(_ call: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8]? {
    for _ in 0..<8 {
      let size = uninterrupted { call(nil, 0) }
      guard size > 0 else { return size == 0 ? [] : nil }
      var bytes = [UInt8](repeating: 0, count: size)
      let count = bytes.withUnsafeMutableBytes { buffer in
        uninterrupted { call(buffer.baseAddress, buffer.count) }
      }
      if count >= 0 { return Array(bytes.prefix(count)) }
      // Somebody made it longer in between.
      guard errno == ERANGE else { return nil }
    }
    return nil
  }
}
