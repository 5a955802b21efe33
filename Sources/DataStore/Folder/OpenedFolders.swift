/// The folders of a data folder, opened as they are asked for; the last one stays open for the next question.
///
/// It is made for one reading: whoever must know what lies there by now makes another one.
final class OpenedFolders {
  /// Where the data folder lies.
  let root: String
  private var data: Held?
  private var last: (name: String, folder: Held)?

  /// A folder that several hold.
  private final class Held {
    let open: OpenFolder

    init(_ open: consuming OpenFolder) { self.open = open }
  }

  /// The folders of the data folder at a path, which may be a link.
  init(root: String) { self.root = root }

  /// Does something with a folder, named by its path in the data folder; no link leads to it.
  func use<Outcome>(
    _ folder: String, _ work: (borrowing OpenFolder) throws(StorageFailure) -> Outcome
  ) throws(StorageFailure) -> Outcome {
    if let last, last.name == folder { return try work(last.folder.open) }
    let opened = Held(try OpenFolder(folder, in: try dataFolder().open))
    last = (folder, opened)
    return try work(opened.open)
  }

  private func dataFolder() throws(StorageFailure) -> Held {
    if let data { return data }
    let opened = Held(try OpenFolder(at: root, followingLink: true))
    data = opened
    return opened
  }
}
