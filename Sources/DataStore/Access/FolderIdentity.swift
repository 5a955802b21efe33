import CPosix
import Glibc

/// What tells a folder from another one that is put in its place under the same name.
///
/// A number of the disk may be given again once its folder is gone, so the day it was made counts as well.
struct FolderIdentity: Hashable, Sendable {
  /// The identity as it is kept with what was read.
  let text: String

  /// The identity of what is open.
  init?(_ folder: borrowing OpenFolder) { self.init("", in: folder.descriptor) }

  /// The identity of the folder at a path; a link in its last place is followed.
  init?(path: String) { self.init(path, in: AT_FDCWD) }

  private init?(_ path: String, in folder: Int32) {
    var found = masa_birth()
    guard uninterrupted({ masa_born(folder, path, &found) }) == 0 else { return nil }
    text = "\(found.device):\(found.inode):\(found.seconds).\(found.nanoseconds)"
  }

  /// The identities of the folders of a data folder, by their paths in it.
  static func all(_ folders: [String], of root: String) -> [String: String] {
    var found: [String: String] = [:]
    for folder in folders {
      found[folder] = FolderIdentity(path: folder.isEmpty ? root : "\(root)/\(folder)")?.text
    }
    return found
  }
}

extension DataFolder {
  /// What tells each folder that has an owner from another one that is put in its place.
  package var folderIdentities: [String: String] {
    FolderIdentity.all(ownershipFolders(of: path), of: path)
  }
}
