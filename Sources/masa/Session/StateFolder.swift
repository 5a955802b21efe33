import DataStore
import Glibc
import JSONDocument
import Safeguarding

/// Where the program keeps what belongs to one person and not to the data.
enum StateFolder {
  /// The folder; nil where the person has none of their own.
  static var path: String? { ownFolder(named: "XDG_STATE_HOME", else: ".local/state") }

  /// A name for a data folder, the same by whatever way one comes to it.
  static func name(ofDataFolder path: String) -> String {
    guard let real = realpath(path, nil) else { return name(of: path) }
    defer { free(real) }
    return name(of: String(cString: real))
  }

  /// A name for any text.
  static func name(of text: String) -> String { String(StableHash(of: text).value, radix: 16) }
}

/// A file in that folder, which nobody else can read and which is replaced as a whole.
struct StateFile: Sendable {
  private let folder: String
  private let name: String
  /// The largest that is read, in bytes.
  private let largest: Int

  /// A file in a folder of the state folder; nil where the person has no folder of their own.
  init?(_ name: String, in folder: String, largest: Int) {
    guard let state = StateFolder.path else { return nil }
    self.folder = "\(state)/\(folder)"
    (self.name, self.largest) = (name, largest)
  }

  /// What it holds; nil where it is not there or cannot be read.
  var bytes: [UInt8]? {
    guard case .bytes(let bytes) = ownFile("\(folder)/\(name)", largest: largest) else {
      return nil
    }
    return bytes
  }

  /// The same as a value; nil as well where it is not JSON.
  var value: StoredValue? {
    guard let bytes,
      case .success(let document) = Result(catching: { try JSONDocument(bytes: bytes) })
    else { return nil }
    return StoredValue(document.root)
  }

  /// Keeps bytes in it; answers whether they are there, and `errno` says why not.
  func keep(_ bytes: [UInt8]) -> Bool {
    makeFolders(folder) && replaceFile("\(folder)/\(name)", with: bytes)
  }

  /// Keeps a value in it; answers whether it is there.
  func keep(_ value: StoredValue) -> Bool {
    keep(Array((JSONLiteral(value).write(indentation: 2) + "\n").utf8))
  }
}
