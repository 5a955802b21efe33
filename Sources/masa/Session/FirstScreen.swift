import DataStore
import Glibc
import TerminalUI

/// The first screen as it was drawn the last time, kept in the person's own folder.
///
/// It is shown while the data is read where nothing that it rests on has changed since: the program, the
/// folder as it looks from outside, the account with its groups, the day, the window, and what the person
/// asked for. Nothing but the eye goes by it: who may do what is always found out anew.
struct FirstScreen: Sendable {
  /// A screen that was kept.
  struct Kept {
    let theme: ResolvedTheme
    let canvas: Canvas
  }

  private let file: StateFile
  /// All that the screen rests on, in one text.
  private let basis: String

  /// The first screen of this person; nil where they have no folder of their own, or where the folder
  /// has changed so lately that a further change might not show.
  ///
  /// - Parameters:
  ///   - seal: What the data folder looks like from outside.
  ///   - dataFolder: Where it lies.
  ///   - wishes: What the person asks for.
  ///   - size: The window.
  init?(_ seal: FolderSeal?, dataFolder: String, wishes: [String?], size: TerminalUI.Size) {
    let name = "\(StateFolder.name(ofDataFolder: dataFolder)).txt"
    guard size.width * size.height <= FirstScreen.mostCells, let seal,
      let program = FolderSeal.sight(ofFile: "/proc/self/exe"),
      let file = StateFile(name, in: "first-screens", largest: 1024 * 1024)
    else { return nil }
    self.file = file
    let own = [AsLeftFile(dataFolder: dataFolder)?.bytes, KeysFile.bytes, WelcomeFile()?.bytes]
    basis = seal.with(
      [program, FirstScreen.account, "\(size.width) \(size.height) \(ServedLine.isUsed)"]
        + (wishes + FirstScreen.variables.map(environment)
        + own.map { $0.map { String(decoding: $0, as: UTF8.self) } })
        .map { $0.map { "= \($0)" } ?? "none" })
  }

  /// Larger windows than any screen wait for the data: a second canvas of theirs takes too much memory.
  private static let mostCells = 40_000

  /// What the person's computer and shell may say about how it looks.
  private static let variables = [
    "MASA_ME", "MASA_THEME", "MASA_GLYPHS", "NO_COLOR", "COLORFGBG", "TZ", "LC_ALL", "LC_CTYPE",
    "LANG",
    "SSH_CONNECTION",
  ]

  /// The account with its groups.
  private static var account: String {
    var groups = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
    let count = getgroups(Int32(groups.count), &groups)
    return "\(getuid()) \(geteuid()) \(getgid()) \(groups.prefix(Int(max(0, count))).sorted())"
  }

  /// The screen that rests on the same; nil where there is none.
  func kept(glyphs: Glyphs, themes: [ResolvedTheme]) -> Kept? {
    guard let lines = file.bytes?.split(separator: 0x0a, maxSplits: 2), lines.count == 3,
      lines[0].elementsEqual(basis.utf8),
      let theme = themes.first(where: { lines[1].elementsEqual($0.name.utf8) }),
      let canvas = Canvas(picture: lines[2], glyphs: glyphs)
    else { return nil }
    return Kept(theme: theme, canvas: canvas)
  }

  /// What keeps a screen; where that fails, the next start waits for the data.
  func keeping(_ canvas: Canvas, theme: ResolvedTheme) -> @Sendable () -> Void {
    // The canvas itself is not held on to.
    let bytes = Array("\(basis)\n\(theme.name)\n".utf8) + canvas.picture
    return { [file] in _ = file.keep(bytes) }
  }
}
