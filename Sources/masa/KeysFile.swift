import Dashboard
import DataStore
import JSONDocument
import Safeguarding

/// The keys that a person wants, and what is wrong with them.
struct KeysFile: Sendable {
  let keymap: Keymap
  /// What is wrong, a sentence each, with the file and the line.
  let faults: [String]

  private init(_ keymap: Keymap, _ faults: [String]) {
    self.keymap = keymap
    self.faults = faults
  }

  /// Reads a person's own keys; without any, the commands have those they come with.
  init() {
    guard let path = KeysFile.path else {
      self.init(.standard, [])
      return
    }
    switch ownFile(path, largest: KeysFile.largest) {
    case .missing: self.init(.standard, [])
    case .bytes(let bytes): self.init(bytes, of: path)
    case let other: self.init(.standard, "\(path): the file cannot be read: \(other.reason ?? "").")
    }
  }

  /// Nothing of the file counts; the sentence says why.
  private init(_ keymap: Keymap, _ reason: String) {
    self.init(keymap, ["\(reason) Every command has the keys it comes with."])
  }

  private init(_ bytes: [UInt8], of path: String) {
    switch Result(catching: { () throws(JSONSyntaxError) in try JSONDocument(bytes: bytes) }) {
    case .failure(let error): self.init(.standard, "\(path): \(error.description)")
    case .success(let document) where document.root.kind != .object:
      self.init(
        .standard,
        "\(path):1: here stands \"command\": [\"key\"] for each command, between { and }.")
    case .success(let document):
      let keymap = Keymap(KeysFile.wishes(document))
      let told = keymap.faults.prefix(Fault.toldOfAFile).map {
        "\(path):\($0.line): \($0.sentence.withShortWords)"
      }
      let more = keymap.faults.count - told.count
      self.init(
        keymap, told + (more > 0 ? ["\(path): \(counted(more, "more fault")) in this file."] : []))
    }
  }

  private static func wishes(_ document: JSONDocument) -> [Keymap.Wish] {
    let lines = document.lineIndex
    return document.root.members.map { member in
      let elements = Array(member.value.elements)
      let names = elements.compactMap(\.string)
      let isList = member.value.kind == .array && names.count == elements.count
      return Keymap.Wish(
        member.key, keys: isList ? names : nil,
        line: lines.location(atByte: member.keyByteRange.lowerBound).line)
    }
  }

  /// The first fault, for those who want to go on; nothing where there is none.
  var warning: String {
    guard let first = faults.first else { return "" }
    return faults.count == 1
      ? first : "\(first) And \(faults.count - 1) more: masa keys tells all of them."
  }

  /// The largest file that is read, in bytes: all keys of all commands have a tenth of it.
  private static let largest = 64 * 1024

  /// What a person's own file holds; nil where there is none that can be read.
  static var bytes: [UInt8]? {
    guard let path, case .bytes(let bytes) = ownFile(path, largest: largest) else { return nil }
    return bytes
  }

  /// Where a person's own keys lie.
  static var path: String? {
    ownFolder(named: "XDG_CONFIG_HOME", else: ".config").map { "\($0)/keys.json" }
  }
}

/// What belongs to one person at the dashboard, and not to the data.
struct OwnWays: Sendable {
  var asLeft = AsLeft()
  var keys: KeysFile?
  /// Whether nobody has pressed a key in Masa under this account yet.
  var isFirstTime = false

  /// Nothing of one's own.
  init() {}

  /// Reads what a person has.
  ///
  /// - Parameters:
  ///   - dataFolder: The data folder that they open.
  ///   - isFresh: Whether they want it as nobody left it.
  init(dataFolder: String, isFresh: Bool) {
    if !isFresh { asLeft = AsLeftFile(dataFolder: dataFolder)?.last ?? AsLeft() }
    keys = KeysFile()
    isFirstTime = WelcomeFile().map { !$0.isThere } ?? false
  }
}

/// That a person was greeted once, kept in their own folder.
struct WelcomeFile: Sendable {
  private let file: StateFile

  /// The note of this person; nil where the person has no folder of their own.
  init?() {
    guard let file = StateFile("welcome", in: "visits", largest: 32) else { return nil }
    self.file = file
  }

  /// What is noted; nil where nothing is.
  var bytes: [UInt8]? { file.bytes }

  /// Whether they were greeted.
  var isThere: Bool { bytes != nil }

  /// Notes that they were; where that fails, they are greeted once more.
  func note() { if !isThere { _ = file.keep(Array("1\n".utf8)) } }
}
