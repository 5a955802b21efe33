import DataStore

/// What a copy of a workspace holds, and what the server said of it when it was brought up to date.
struct CopyIndex: Sendable {
  /// A folder of the workspace.
  struct Folder: Hashable, Sendable {
    /// The number by which the database knows it.
    var number: Int
    /// The number of the last entry of its journal, and the hash of that line.
    var sequence: Int
    var hash: String
  }

  /// A file of the workspace.
  struct File: Hashable, Sendable {
    /// The entry that the database says it was last written by.
    var sequence: Int
    /// What tells it from a file that somebody put in its place, or wrote in.
    var signature: String
  }

  /// What the account may do, and the folders that are closed to it.
  var grants: FolderGrants
  /// The folders that may be read, by their paths.
  var folders: [String: Folder] = [:]
  /// How many bytes of the journals are in the copy, by the paths of their folders: what a refresh that was cut short has put
  /// behind them is not counted.
  var journals: [String: Int] = [:]
  /// The files, by their paths.
  var files: [String: File] = [:]

  /// The index of a copy that holds nothing yet.
  init() { grants = FolderGrants(user: "") }

  /// Reads an index; nil where it is not as it was written.
  init?(_ text: String) {
    self.init()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 2, lines[0] == Self.version, lines.suffix(2) == ["end", ""] else {
      return nil
    }
    for line in lines.dropFirst().dropLast(2) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count) {
      case ("account", 2): grants.user = parts[1]
      case ("closed", 2): grants.closed.insert(parts[1])
      case ("folder", 6):
        guard let number = Int(parts[2]), let sequence = Int(parts[3]) else { return nil }
        folders[parts[1]] = Folder(number: number, sequence: sequence, hash: parts[4])
        if parts[5] == "w" {
          grants.writable.insert(parts[1])
        } else {
          grants.readable.insert(parts[1])
        }
      case ("journal", 3):
        guard let length = Int(parts[2]) else { return nil }
        journals[parts[1]] = length
      case ("file", 4):
        guard let sequence = Int(parts[2]) else { return nil }
        files[parts[1]] = File(sequence: sequence, signature: parts[3])
      default: return nil
      }
    }
  }

  private static let version = "masa copy 2"

  /// The index as it is kept.
  var text: String {
    var lines = [Self.version, "account\t\(grants.user)"]
    lines += grants.closed.sorted().map { "closed\t\($0)" }
    for (path, folder) in folders.sorted(by: { $0.key < $1.key }) {
      let right = grants.writable.contains(path) ? "w" : "r"
      lines.append(
        "folder\t\(path)\t\(folder.number)\t\(folder.sequence)\t\(folder.hash)\t\(right)")
    }
    for (path, length) in journals.sorted(by: { $0.key < $1.key }) {
      lines.append("journal\t\(path)\t\(length)")
    }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      lines.append("file\t\(path)\t\(file.sequence)\t\(file.signature)")
    }
    return (lines + ["end", ""]).joined(separator: "\n")
  }
}
