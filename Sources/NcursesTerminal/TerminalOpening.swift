import CNcurses
import Glibc
import TerminalUI

/// What opening a terminal found out.
struct TerminalOpening {
  let screen: OpaquePointer
  let termName: String
  let fellBack: Bool
  let codesetIsUTF8: Bool
  let colourDepth: ColourDepth

  /// Stands in for a terminal that is not described on this computer; nearly all understand it.
  static let fallbackName = "xterm-256color"

  init(_ options: TerminalOptions) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    codesetIsUTF8 = masa_use_locale()
    let wanted = getenv("TERM").map { String(cString: $0) } ?? ""
    (termName, fellBack) = try Self.usableName(wanted)
    guard let screen = masa_open(termName, options.colourDepth != .monochrome) else {
      throw .refused(name: termName)
    }
    self.screen = screen
    colourDepth = Self.depth(wanted: options.colourDepth, colours: Int(masa_colours()))
  }

  /// The terminal's own name if it is described here, else the name that stands in for it.
  private static func usableName(_ wanted: String) throws(TerminalError) -> (String, Bool) {
    if ["", "dumb", "unknown"].contains(wanted) { throw .dumb(name: wanted) }
    for name in [wanted, fallbackName] {
      switch masa_find_terminal(name) {
      case 1: return (name, name != wanted)
      case -1: throw .dumb(name: name)
      default: continue
      }
    }
    throw .unknown(namesTried: [wanted, fallbackName])
  }

  /// How colours are chosen on a terminal with so many of them.
  ///
  /// Direct colour is never chosen unasked, because there a colour's number means something else;
  /// such a terminal still has the first eight colours.
  static func depth(wanted: ColourDepth?, colours: Int) -> ColourDepth {
    let isDirect = colours >= 1 << 24
    if wanted == .monochrome || colours < 8 { return .monochrome }
    if wanted == .direct, isDirect { return .direct }
    if wanted == .sixteen || colours < 256 || isDirect { return .sixteen }
    return .indexed256
  }
}
