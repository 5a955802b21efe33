import Safeguarding

/// When a person was last at a data folder, kept in their own folder.
struct VisitFile: Sendable {
  private let file: StateFile

  /// The note of this person for one data folder; nil where the person has no folder of their own.
  init?(dataFolder: String) {
    let name = StateFolder.name(ofDataFolder: dataFolder)
    guard let file = StateFile(name, in: "visits", largest: 32) else { return nil }
    self.file = file
  }

  /// When a key was last pressed in a session that has ended, in seconds since 1970; nil where none was.
  var last: Int? {
    file.bytes.flatMap { Int(String(decoding: $0, as: UTF8.self).trimmingBlanks) }
  }

  /// Notes a visit; where that fails, the next one is told of a little more than is new.
  func note(_ seconds: Int) { _ = file.keep(Array("\(seconds)\n".utf8)) }
}
