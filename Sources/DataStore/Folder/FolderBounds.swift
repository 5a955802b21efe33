import JSONDocument
import Safeguarding

/// How much of a data folder is read, so that nobody who may write in one of its folders can fill the memory of
/// everybody's session.
struct FolderBounds: Hashable, Sendable {
  /// The most bytes of all files together.
  let bytes: Int
  /// The most files, and the most folders that are looked through.
  let files: Int

  /// What is read of every data folder: 128 MiB in 20,000 files.
  static let usual = FolderBounds(bytes: 128 << 20, files: 20_000)

  /// So many files of one folder are told one by one when they are left out; the rest is counted.
  static let mostTold = 100

  /// What is left out of some files.
  ///
  /// The folder that takes the most goes first, and in it the largest file: whoever fills a folder harms that
  /// folder, and the others are read as before.
  ///
  /// - Parameters:
  ///   - files: The files by their paths.
  ///   - size: How many bytes a file has.
  /// - Returns: What is left out; nothing of a folder within the bounds.
  func leavingOut(_ files: [String], size: (String) -> Int) -> LeftOutFiles {
    // Of a file that is too large by itself nothing is read anyway.
    let sizes = files.map { file in
      let bytes = size(file)
      return bytes > JSONDocument.maximumByteCount ? 0 : bytes
    }
    guard files.count > self.files || sizes.reduce(0, +) > bytes else { return LeftOutFiles() }
    var folders: [String: (bytes: Int, places: [Int])] = [:]
    for place in files.indices {
      folders[folderPath(of: files[place]), default: (0, [])].bytes += sizes[place]
      folders[folderPath(of: files[place]), default: (0, [])].places.append(place)
    }
    func share(_ folder: (bytes: Int, places: [Int])) -> Double {
      max(Double(folder.bytes) / Double(bytes), Double(folder.places.count) / Double(self.files))
    }
    var (bytesLeft, filesLeft) = (bytes, self.files)
    var leftOut = LeftOutFiles()
    for (name, folder) in folders.sorted(by: {
      (share($0.value), $0.key) < (share($1.value), $1.key)
    }) {
      for place in folder.places.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
        if filesLeft > 0, sizes[place] <= bytesLeft {
          filesLeft -= 1
          bytesLeft -= sizes[place]
        } else {
          leftOut.add(files[place], of: sizes[place], in: name)
        }
      }
    }
    return leftOut
  }
}

/// The files of a data folder of which nothing is read, as all of them are too much.
struct LeftOutFiles: Sendable {
  /// What is left out of one folder.
  struct Part: Sendable {
    let folder: String
    fileprivate(set) var files = 0
    fileprivate(set) var bytes = 0
  }

  /// What is left out, by folder.
  private(set) var parts: [Part] = []
  /// The files that are told one by one.
  private(set) var told: Set<String> = []
  /// The files that are only counted.
  private(set) var counted: Set<String> = []

  /// Whether nothing of a file is read.
  func contains(_ file: String) -> Bool { told.contains(file) || counted.contains(file) }

  fileprivate mutating func add(_ file: String, of size: Int, in folder: String) {
    if parts.last?.folder != folder { parts.append(Part(folder: folder)) }
    parts[parts.count - 1].files += 1
    parts[parts.count - 1].bytes += size
    if parts[parts.count - 1].files <= FolderBounds.mostTold {
      told.insert(file)
    } else {
      counted.insert(file)
    }
  }
}
