import Dashboard
import DataStore
import JSONDocument
import Safeguarding

/// How a person left the dashboard on a data folder, kept in their own folder.
struct AsLeftFile: Sendable {
  private let folder: String
  private let name: String
  /// Nobody leaves more.
  private static let largest = 256 * 1024

  /// What this person left of one data folder; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    guard let state = StateFolder.path else { return nil }
    folder = "\(state)/as-left"
    name = "\(StateFolder.name(ofDataFolder: dataFolder)).json"
  }

  /// How it was left last; as nobody left it where that cannot be read: nothing is lost by that.
  var last: AsLeft {
    guard case .bytes(let bytes) = ownFile("\(folder)/\(name)", largest: AsLeftFile.largest),
      case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) }),
      let stored = StoredValue(document.root)
    else { return AsLeft() }
    return AsLeft(stored: stored)
  }

  /// Keeps how it is left; where that fails, the next start is as the one before.
  func keep(_ left: AsLeft) {
    guard left != last, makeFolders(folder) else { return }
    let text = JSONLiteral(left.stored).write(indentation: 2) + "\n"
    _ = replaceFile("\(folder)/\(name)", with: Array(text.utf8))
  }
}
