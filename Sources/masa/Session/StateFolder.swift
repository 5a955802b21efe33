import Glibc
import Safeguarding

/// Where the program keeps what belongs to one person and not to the data.
enum StateFolder {
  /// The folder; nil where the person has none of their own.
  static var path: String? {
    (environment("XDG_STATE_HOME") ?? environment("HOME").map { "\($0)/.local/state" })
      .map { "\($0)/masa" }
  }

  /// A name for a data folder, the same by whatever way one comes to it.
  static func name(ofDataFolder path: String) -> String {
    guard let real = realpath(path, nil) else { return name(of: path) }
    defer { free(real) }
    return name(of: String(cString: real))
  }

  /// A name for any text.
  static func name(of text: String) -> String { String(StableHash(of: text).value, radix: 16) }
}
