import DataStore
import Glibc
import Safeguarding

/// When a person was last at a data folder, kept in their own folder.
struct VisitFile: Sendable {
  private let folder: String
  private let name: String

  /// The note of this person for one data folder; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    guard let state = StateFolder.path else { return nil }
    folder = "\(state)/visits"
    name = StateFolder.name(ofDataFolder: dataFolder)
  }

  /// When a key was last pressed in a session that has ended, in seconds since 1970; nil where none was.
  var last: Int? {
    guard case .bytes(let bytes) = ownFile("\(folder)/\(name)", largest: 32) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).trimmingBlanks)
  }

  /// Notes a visit; where that fails, the next one is told of a little more than is new.
  func note(_ seconds: Int) {
    if makeFolders(folder) {
      _ = replaceFile("\(folder)/\(name)", with: Array("\(seconds)\n".utf8))
    }
  }
}
