import CPosix
import Glibc

/// The folders of a data folder that have an owner each, by their path in it.
///
/// The data folder itself is the empty path. Links are no folders, and what cannot be listed has none.
package func ownershipFolders(of root: String) -> [String] {
  func isFolder(_ place: String) -> Bool {
    var status = stat()
    return lstat("\(root)/\(place)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
  let inner = ["groups", "partnerships"].flatMap { parent in
    visibleNames(in: "\(root)/\(parent)").map { "\(parent)/\($0)" }
  }
  return [""] + (inner + ["dataset", "reviews"]).filter(isFolder)
}

/// The names in a folder that are not hidden, in their order; none when it cannot be listed.
func visibleNames(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = FolderListing.name(of: entry)
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
