import BuiltInThemes
import DataStore
import JSONDocument
import Safeguarding
import TerminalUI

/// The themes to choose from: those built in, and those a person keeps.
struct ThemeFiles {
  /// A theme and where it comes from.
  struct Entry {
    let theme: Theme
    /// The file, or nil for a theme that is built in.
    let file: String?
  }

  private(set) var entries: [Entry] = []
  /// What is wrong with theme files, a sentence each.
  private(set) var faults: [String] = []

  /// Reads every theme; a person's own replaces a built-in one of the same name.
  init() {
    for (name, bytes) in BuiltInThemes.files { add(bytes, name: name, file: nil) }
    guard let folder = ThemeFiles.folder, let names = folderEntries(folder) else { return }
    for name in names where name.hasSuffix(".json") {
      let path = "\(folder)/\(name)"
      let read = ownFile(path, largest: ThemeFiles.largest)
      guard case .bytes(let bytes) = read else {
        faults.append("\(path): the file cannot be read: \(read.reason ?? "").")
        continue
      }
      add(bytes, name: String(name.dropLast(5)), file: path)
    }
  }

  /// The largest theme that is read, in bytes: those built in have a hundredth of it.
  private static let largest = 512 * 1024

  /// Where a person's own themes lie.
  static var folder: String? {
    ownFolder(named: "XDG_CONFIG_HOME", else: ".config").map { "\($0)/themes" }
  }

  /// A theme by name with what it inherits, or nil when there is none.
  func resolved(_ name: String) -> ResolvedTheme? {
    guard var theme = theme(name) else { return nil }
    var seen: Set = [name]
    while let parent = theme.inherits, seen.insert(parent).inserted, let base = self.theme(parent) {
      theme = theme.inheriting(from: base)
    }
    return theme.resolved()
  }

  /// Every theme, ready for a terminal.
  var all: [ResolvedTheme] { entries.compactMap { resolved($0.theme.name) } }

  private func theme(_ name: String) -> Theme? {
    entries.last { $0.theme.name == name }?.theme
  }

  private mutating func add(_ bytes: [UInt8], name: String, file: String?) {
    do throws(JSONSyntaxError) {
      let document = try JSONDocument(bytes: bytes)
      var reader = ThemeReader(
        file: file ?? "\(name).json (built in)", lines: document.lineIndex)
      let theme = reader.theme(document.root, name: name)
      faults += reader.sentences
      entries.removeAll { $0.theme.name == theme.name }
      entries.append(Entry(theme: theme, file: file))
    } catch {
      faults.append("\(file ?? name): \(error.description)")
    }
  }
}

/// Reads a theme file; what is wrong in it is left out and said.
struct ThemeReader {
  let file: String
  private let lines: JSONLineIndex
  private var told: [String] = []
  private var untold = 0

  /// The roles by the names that theme files call them.
  private static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })

  init(file: String, lines: JSONLineIndex) { (self.file, self.lines) = (file, lines) }

  /// What is wrong: the first sentences, and how many more there are.
  var sentences: [String] {
    untold == 0
      ? told
      : told + [
        "\(file): \(counted(untold, "more fault")) in this file; no more than "
          + "\(Fault.toldOfAFile) of a file are told."
      ]
  }

  private mutating func report(at offset: Int, _ sentence: @autoclosure () -> String) {
    if told.count == Fault.toldOfAFile {
      untold += 1
    } else {
      told.append("\(file):\(lines.location(atByte: offset).line): \(sentence().withShortWords)")
    }
  }

  mutating func theme(_ root: JSONValue, name: String) -> Theme {
    var roles: [Role: Theme.PartialStyle] = [:]
    if let styles = root["roles"] {
      for member in styles.members {
        if let role = ThemeReader.roles[member.key] {
          roles[role] = style(member.value)
        } else {
          report(
            at: member.keyByteRange.lowerBound,
            "there is no role \"\(member.key)\"; it is left out. "
              + "Roles: \(ThemeReader.roles.keys.sorted().joined(separator: ", ")).")
        }
      }
    }
    return Theme(
      name: root["name"]?.string ?? name, title: root["title"]?.string ?? name,
      description: root["description"]?.string ?? "",
      appearance: root["appearance"]?.string.flatMap(Theme.Appearance.init(rawValue:)) ?? .any,
      inherits: root["inherits"]?.string, assumedForeground: colour(root["foreground"]),
      assumedBackground: colour(root["background"]), roles: roles)
  }

  private mutating func style(_ value: JSONValue) -> Theme.PartialStyle {
    var style = Theme.PartialStyle()
    style.foreground = colour(
      value["foreground"], index256: value["index256"], index16: value["index16"])
    style.background = colour(
      value["background"], index256: value["backgroundIndex256"],
      index16: value["backgroundIndex16"])
    style.isBold = value["bold"]?.boolean
    style.isDim = value["dim"]?.boolean
    style.isUnderlined = value["underline"]?.boolean
    style.isReversed = value["reverse"]?.boolean
    return style
  }

  private mutating func colour(
    _ value: JSONValue?, index256: JSONValue? = nil, index16: JSONValue? = nil
  ) -> ThemeColour? {
    guard let value else { return nil }
    if let text = value.string,
      let colour = ThemeColour(
        hex: text, indexed256: index256?.integer, indexed16: index16?.integer)
    {
      return colour
    }
    report(
      at: value.byteRange.lowerBound,
      "\(value.spelling) is not a colour. Write \"#rrggbb\", such as \"#5ec8d8\".")
    return nil
  }
}
