package import Safeguarding

extension FolderStore {
  /// Replaces a file of the top folder, while nobody else saves there; the journals tell edits of records alone.
  package func replace(
    _ name: String, to attempt: String, _ make: ([UInt8]?) -> [UInt8]?
  ) throws(CommitError) {
    if let refusal = RoleReading(root: path, user: person).refusal(ofFile: name) {
      throw .refused(refusal)
    }
    let refusal: String?
    do throws(StorageFailure) {
      let top = try OpenFolder(at: path, followingLink: true)
      let lock = try FolderLock(top)
      let found = top.read(name)
      refusal = Self.refusal(of: found)
      var bytes: [UInt8]?
      if case .bytes(let read) = found { bytes = read }
      if refusal == nil, let made = make(bytes) { try top.replace(name, with: made) }
      lock.release()
    } catch {
      throw .refused(error.sentence(trying: attempt))
    }
    guard let refusal else { return }
    throw .refused(
      "\(path)/\(name) was not written (\(refusal)). Nothing was changed. "
        + "Mend that, or ask the administrator of this server, and run the command again.")
  }

  /// Why what stands there is not replaced; nil where it may be.
  private static func refusal(of found: FileBytes) -> String? {
    switch found {
    case .bytes, .missing: nil
    case .closed: "it is closed to you"
    case .refused(let reason): reason
    case .tooLarge(let count): "it is too large: \(count) bytes"
    case .leftOut: "the data folder holds too much"
    }
  }
}
