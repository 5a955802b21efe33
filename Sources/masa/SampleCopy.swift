import DataStore
import Glibc
import Safeguarding

/// The sample as a private copy, so that it can be edited without touching what was shipped.
enum SampleCopy {
  /// The copy of a shipped sample, made now if need be; nil when none can be made.
  ///
  /// The copy's name carries a stamp of what was shipped, so that a newer sample is copied anew and
  /// an older copy, with what was written into it, stays.
  static func place(of shipped: String) -> String? {
    guard let state = StateFolder.path else { return nil }
    let copy = "\(state)/sample-\(stamp(of: shipped))"
    if access(copy, R_OK | X_OK) == 0 { return copy }
    let unfinished = "\(copy).\(getpid())"
    guard makeFolders(unfinished), copyFolder(shipped, to: unfinished),
      rename(unfinished, copy) == 0 || access(copy, R_OK | X_OK) == 0
    else {
      Output.complain(
        "The sample could not be copied to \(copy) (\(lastError)); "
          + "it is shown from where it was installed and cannot be edited.")
      return nil
    }
    return copy
  }

  /// Changes whenever a shipped file changes its name or its size.
  private static func stamp(of folder: String) -> String {
    var hash = StableHash()
    add(folder, to: &hash)
    return String(hash.value, radix: 16)
  }

  private static func add(_ folder: String, to hash: inout StableHash) {
    for name in folderEntries(folder) ?? [] {
      let path = "\(folder)/\(name)"
      guard let facts = FileFacts(path) else { continue }
      if facts.isFolder {
        add(path, to: &hash)
        continue
      }
      for value in [UInt64(facts.size)] + name.utf8.map(UInt64.init) {
        hash.add(value)
      }
    }
  }

  private static func copyFolder(_ source: String, to target: String) -> Bool {
    guard let names = folderEntries(source) else { return false }
    for name in names {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      guard let facts = FileFacts(from) else { return false }
      if facts.isFolder {
        guard makeFolders(to), copyFolder(from, to: to) else { return false }
      } else if !copyFile(from, to: to) {
        return false
      }
    }
    return true
  }
}
