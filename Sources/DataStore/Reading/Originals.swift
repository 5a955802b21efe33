import JSONDocument
import Safeguarding

/// How good a claim a file has to a record that stands in others as well; the original comes first.
///
/// Whatever is named after its record is the original, then the shorter name. How the marks in names sort
/// decides nothing: people copy to "board.bak", "board copy" and "board (1)" alike.
struct OriginalRank: Hashable, Comparable {
  private let isMisnamed: Bool
  private let length: Int
  private let letters: String
  private let path: String

  /// The rank of a file; its name, or that of its folder, fits its record or not.
  init(_ path: String, isMisnamed: Bool) {
    self.isMisnamed = isMisnamed
    self.path = path
    length = path.count
    letters = path.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The rank of a file that holds records.
  ///
  /// - Parameters:
  ///   - file: Its path in the data folder.
  ///   - ownIDs: The id of the record that a file is named after, by the path of that file.
  ///   - isAtHome: Whether its records say that they belong into it.
  init(_ file: String, _ ownIDs: [String: String], isAtHome: Bool) {
    guard let (kind, name) = DocumentKind.found(file), let own = kind.ownDocument(name) else {
      self.init(file, isMisnamed: false)
      return
    }
    self.init(file, isMisnamed: !isAtHome || ownIDs[own] != name)
  }

  /// Whether nothing but names tells which of two is the original, and they lie in different folders.
  func isAsGood(as other: OriginalRank) -> Bool {
    isMisnamed == other.isMisnamed && folderPath(of: path) != folderPath(of: other.path)
  }

  static func < (left: OriginalRank, right: OriginalRank) -> Bool {
    if left.isMisnamed != right.isMisnamed { return right.isMisnamed }
    return (left.length, left.letters, left.path) < (right.length, right.letters, right.path)
  }
}

extension DocumentKind {
  /// Whether such files lie in a folder that is named after a record.
  var liesInOwnFolder: Bool { path.contains("*/") }

  /// The file with the record after which such a file, or its folder, is named; nil for any other.
  func ownDocument(_ name: String) -> String? {
    if recordKind != nil { return path.replacing("*", with: name) }
    guard liesInOwnFolder else { return nil }
    let folder = folderPath(of: path)
    return DocumentKind.all.first { $0.recordKind != nil && folderPath(of: $0.path) == folder }?
      .path.replacing("*", with: name)
  }
}

/// A file that holds one record and is named after it, or should be.
struct OwnFile {
  let record: RecordID
  let file: String
  /// Whether the whole folder of the file belongs to the record.
  let hasFolder: Bool
  private let isMisnamed: Bool

  /// A file of a kind, with what `*` stands for in its path and the id that its record has.
  init?(_ kind: DocumentKind, name: String, id: String) {
    guard let recordKind = kind.recordKind, !id.isEmpty else { return nil }
    record = RecordID(recordKind, id)
    file = kind.path.replacing("*", with: name)
    hasFolder = kind.liesInOwnFolder
    isMisnamed = name != id
  }

  /// The folder or file that the record has for itself.
  var place: String { hasFolder ? folderPath(of: file) : file }

  /// What is a copy among some files, each with the original.
  static func copies(among files: [OwnFile]) -> [(copy: OwnFile, original: OwnFile)] {
    var copies: [(copy: OwnFile, original: OwnFile)] = []
    for (_, same) in Dictionary(grouping: files, by: \.record) where same.count > 1 {
      let ranked = same.map { (OriginalRank($0.file, isMisnamed: $0.isMisnamed), $0) }
        .sorted { $0.0 < $1.0 }
      copies += ranked.dropFirst().map { ($0.1, ranked[0].1) }
    }
    return copies.sorted { $0.copy.file < $1.copy.file }
  }
}

extension DataFolder {
  /// The folders that are copies of others: nothing in them counts, their journals neither.
  ///
  /// Only the files after which folders are named are read.
  func copiedFolders() -> Set<String> {
    var owns: [OwnFile] = []
    for kind in DocumentKind.all where kind.recordKind != nil && kind.liesInOwnFolder {
      let parent = folderPath(of: folderPath(of: kind.path))
      for name in FolderEntry.visibleNames(in: "\(path)/\(parent)") {
        let file = kind.path.replacing("*", with: name)
        // One that cannot be read stands for the record that its folder is named after.
        if let found = ownID(in: file), let own = OwnFile(kind, name: name, id: found ?? name) {
          owns.append(own)
        }
      }
    }
    return Set(OwnFile.copies(among: owns).map(\.copy.place))
  }

  /// The id that a file's record gives itself; nil where there is no file, and in it where it has no id.
  func ownID(in file: String) -> String?? {
    let files = DataFiles(in: OpenedFolders(root: path))
    switch files.read(file) {
    case .missing: return nil
    case .bytes(let bytes):
      guard case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
      else { return .some(nil) }
      return .some(document.root["id"]?.string)
    case .closed, .refused, .tooLarge, .leftOut: return .some(nil)
    }
  }

  /// The ids of the records after which files, or their folders, are named, by the paths of those files.
  func ownIDs(of files: [String]) -> [String: String] {
    var ids: [String: String] = [:]
    for file in files {
      guard let (kind, name) = DocumentKind.found(file), let own = kind.ownDocument(name),
        let found = ownID(in: own)
      else { continue }
      ids[own] = found
    }
    return ids
  }
}
