import Glibc
import JSONDocument
public import Safeguarding

/// A folder of JSON files that holds a workspace.
public struct DataFolder: Sendable {
  /// Where the folder lies.
  public let path: String

  /// A data folder at a path.
  public init(path: String) { self.path = path }

  /// Reads every file of the folder; whatever is wrong is in the workspace's faults.
  ///
  /// A fault in a record leaves the rest of its file usable, a fault in a file the rest of the folder.
  /// - Throws: ``FolderError`` when there is no such folder or it may not be read.
  public func read() throws(FolderError) -> Workspace {
    let files = try FolderListing(path: path).files
    let half = files.count / 2
    // A second thread reads the second half of a folder of some size.
    let rest = half < 16 ? nil : Meanwhile { [self] in reading(of: files[half...]) }
    var first = reading(of: rest == nil ? files[...] : files[..<half])
    if let rest { first.join(rest.finish()) }
    return first.finish()
  }

  private func reading(of files: ArraySlice<String>) -> WorkspaceReading {
    var reading = WorkspaceReading()
    for file in files { reading.read(file, bytes: FileBytes.read(path + "/" + file)) }
    return reading
  }
}

/// Why a data folder cannot be read at all.
public enum FolderError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(String)
  case closed(String, reason: String)

  /// What was tried and what to do now.
  public var description: String {
    switch self {
    case .missing(let path):
      "There is no data folder at \(path). Check the path given with --data or in MASA_DATA, "
        + "or lay a new one with: masa init \(path)"
    case .closed(let path, let reason):
      "The data folder \(path) may not be read (\(reason)). "
        + "Ask the administrator of this server for access; nothing was changed."
    }
  }
}

/// The files of a data folder, by path relative to it, in a fixed order.
struct FolderListing {
  let files: [String]

  init(path: String) throws(FolderError) {
    var found: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      guard let stream = opendir(folder.isEmpty ? path : path + "/" + folder) else {
        if folder.isEmpty {
          throw errno == ENOENT || errno == ENOTDIR
            ? .missing(path) : .closed(path, reason: String(cString: strerror(errno)))
        }
        found.append(folder + "/")
        continue
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = FolderListing.name(of: entry)
        if name.hasPrefix(".") { continue }
        let child = folder.isEmpty ? name : folder + "/" + name
        if entry.pointee.d_type == UInt8(DT_DIR) {
          folders.append(child)
        } else if name.hasSuffix(".json") {
          found.append(child)
        }
      }
    }
    files = found.sorted()
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }
}
