import CPosix
import Glibc
import Safeguarding

/// The folders of a data folder that have an owner each, by their path in it.
///
/// The data folder itself is the empty path. Links are no folders, and what cannot be listed has none.
package func ownershipFolders(of root: String) -> [String] {
  func isFolder(_ place: String) -> Bool {
    var status = stat()
    return lstat("\(root)/\(place)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
  let inner = parentFolders.flatMap { parent in
    FolderEntry.visibleNames(in: "\(root)/\(parent)").map { "\(parent)/\($0)" }
  }
  return [""] + (inner + namedFolders).filter(isFolder)
}

/// The folders that hold only other folders; they are for those whom the data folder is for.
package let parentFolders = ["groups", "partnerships"]

/// The folders within a data folder that are always called the same and hold documents.
package let namedFolders: [String] = {
  let folders = DocumentKind.all.map { folderPath(of: $0.path) }
  return Set(folders.filter { !$0.isEmpty && !$0.contains("*") }).sorted()
}()
