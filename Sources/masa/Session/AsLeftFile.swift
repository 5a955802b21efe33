import Dashboard
import Safeguarding

/// How a person left the dashboard on a data folder, kept in their own folder.
struct AsLeftFile: Sendable {
  private let file: StateFile

  /// What this person left of one data folder; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    let name = "\(StateFolder.name(ofDataFolder: dataFolder)).json"
    // Nobody leaves more.
    guard let file = StateFile(name, in: "as-left", largest: 256 * 1024) else { return nil }
    self.file = file
  }

  /// What is kept, as it was written; nil where nothing is.
  var bytes: [UInt8]? { file.bytes }

  /// How it was left last; as nobody left it where that cannot be read: nothing is lost by that.
  var last: AsLeft { file.value.map { AsLeft(stored: $0) } ?? AsLeft() }

  /// Keeps how it is left; where that fails, the next start is as the one before.
  func keep(_ left: AsLeft) { if left != last { _ = file.keep(left.stored) } }
}
