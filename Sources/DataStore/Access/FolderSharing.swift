import CPosix
import Glibc

/// Which group changes a shared folder, and which groups read it.
package struct FolderSharing: Hashable, Sendable {
  /// The number of the group that changes it.
  let group: UInt32
  /// The numbers of the groups that read it.
  let readers: [UInt32]

  /// The list of the folder itself.
  var folderList: PosixACL {
    readers.isEmpty
      ? PosixACL([.init(.owner, 7), .init(.owningGroup, 7), .init(.others, 0)]) : inheritedList
  }

  /// The list that it passes on to what is made in it.
  var inheritedList: PosixACL { PosixACL(sharedWithReaders: readers, isFolder: true) }

  /// The list of a file in it: the lock is of no use to readers, and roles are the owner's to give.
  func list(ofFile name: String) -> PosixACL {
    let rights: UInt16 = name == "access.json" ? 4 : 6
    let base: [PosixACL.Entry] = [.init(.owner, 6), .init(.owningGroup, rights), .init(.others, 0)]
    if name == ".lock" || readers.isEmpty { return PosixACL(base) }
    return PosixACL(base + readers.map { .init(.group($0), 4) } + [.init(.mask, rights)])
  }
}

/// What a folder and its files say of who it is for, though one of them may have been changed.
struct SharingWitnesses {
  /// The group and the readers that the folder is taken to be for.
  let sharing: FolderSharing
  /// Whether anything is left that says who reads it.
  let knowsReaders: Bool
  /// Groups that read so much of it that somebody may have wanted them to read all.
  let doubtful: [UInt32]

  /// Asks a folder, what it passes on, and the files in it.
  init(_ folder: KeptEntry, files: [KeptEntry]) {
    let own = folder.rights.readingGroups
    let passedOn = folder.inherited?.readingGroups ?? []
    let asked = files.filter { $0.name != ".lock" }
    let ofFiles = asked.map(\.rights.readingGroups)
    knowsReaders =
      folder.inherited != nil || folder.ownList != nil || asked.contains { $0.ownList != nil }
    var readers: [UInt32] = []
    var doubtful: [UInt32] = []
    for reader in Set(own + passedOn + ofFiles.joined()).sorted() {
      let count = ofFiles.count { $0.contains(reader) }
      let (isOwn, isPassedOn) = (own.contains(reader), passedOn.contains(reader))
      let isOfMost = count * 2 > asked.count
      // What it passes on to new files is set on purpose: where it leaves a group out, that counts.
      let isReader =
        folder.inherited == nil ? isOfMost || isOwn && count > 0 : isPassedOn && (isOwn || isOfMost)
      if isReader {
        readers.append(reader)
      } else if isOwn || isPassedOn || isOfMost {
        doubtful.append(reader)
      }
    }
    self.doubtful = doubtful
    sharing = FolderSharing(group: Self.group(of: folder, files), readers: readers)
  }

  /// The group that most belong to; the folder's own where as many belong to that.
  private static func group(of folder: KeptEntry, _ files: [KeptEntry]) -> UInt32 {
    let all = ([folder] + files).map(\.status.st_gid)
    let known = all.filter { AccountGroup($0) != nil }
    let counts = Dictionary((known.isEmpty ? all : known).map { ($0, 1) }, uniquingKeysWith: +)
    let own = folder.status.st_gid
    return counts.max { first, second in
      (first.value, first.key == own ? 1 : 0, second.key)
        < (second.value, second.key == own ? 1 : 0, first.key)
    }?.key ?? own
  }
}
