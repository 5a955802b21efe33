import CPosix
import Glibc

/// A name that stands in a folder.
package struct FolderEntry: Hashable, Sendable {
  /// The name, without a path.
  package let name: String
  /// What it is.
  package let form: Form
  /// Whether the name is one that a text can spell; by another one nothing can be opened.
  package let isSpelled: Bool

  /// What a name in a folder can be.
  package enum Form: Hashable, Sendable {
    case file
    case folder
    case link
    /// A pipe, a socket or a device.
    case other
  }

  /// Whether it is a folder; a link is none.
  package var isFolder: Bool { form == .folder }

  /// Whether listings leave it out, as everybody expects of a name that begins with a dot.
  package var isHidden: Bool { name.hasPrefix(".") }

  /// Everything in a folder, hidden names too, in the order of the names.
  ///
  /// - Throws: ``StorageFailure`` when not all of it could be listed.
  package static func all(in path: String) throws(StorageFailure) -> [FolderEntry] {
    try all(
      of: uninterrupted { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }, path: path)
  }

  /// The names in a folder that are not hidden, in their order; none where it cannot be listed.
  package static func visibleNames(in path: String) -> [String] {
    guard
      case .success(let all) = Result(catching: { () throws(StorageFailure) in try all(in: path) })
    else { return [] }
    return all.filter { !$0.isHidden }.map(\.name)
  }

  /// Everything in an open folder; its path is for the message only.
  static func all(in folder: Int32, path: String) throws(StorageFailure) -> [FolderEntry] {
    try all(
      of: uninterrupted { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }, path: path)
  }

  /// Lists by a descriptor of its own, and closes it; a negative one stands for the reason in `errno`.
  private static func all(
    of descriptor: Int32, path: String
  ) throws(StorageFailure) -> [FolderEntry] {
    guard descriptor >= 0 else { throw StorageFailure(.list, path: path, code: errno) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw StorageFailure(.list, path: path, code: code)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    var interruptions = 0
    while true {
      errno = 0
      if let entry = readdir(stream) {
        let entry = FolderEntry(entry, in: descriptor)
        if entry.name != ".", entry.name != ".." { entries.append(entry) }
      } else if errno == EINTR, interruptions < 1000 {
        interruptions += 1
      } else if errno != 0 {
        throw StorageFailure(.list, path: path, code: errno)
      } else {
        return entries.sorted { $0.name < $1.name }
      }
    }
  }

  private init(_ entry: UnsafeMutablePointer<dirent>, in folder: Int32) {
    let (name, isSpelled) = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      let spelling = bytes.prefix { $0 != 0 }
      let name = String(decoding: spelling, as: UTF8.self)
      return (name, name.utf8.elementsEqual(spelling))
    }
    self.name = name
    self.isSpelled = isSpelled
    // Not every file system tells what a name is when it lists it.
    switch Int(entry.pointee.d_type) {
    case Int(DT_DIR): form = .folder
    case Int(DT_REG): form = .file
    case Int(DT_LNK): form = .link
    case Int(DT_UNKNOWN):
      var status = stat()
      guard uninterrupted({ fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
        form = .file
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: form = .folder
      case S_IFLNK: form = .link
      case S_IFREG: form = .file
      default: form = .other
      }
    default: form = .other
    }
  }
}
