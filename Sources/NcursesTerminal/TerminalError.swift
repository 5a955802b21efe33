/// Why the dashboard cannot take over the terminal.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a pipe or a file.
  case notATerminal
  /// The terminal cannot place its cursor.
  case dumb(name: String)
  /// No description of the terminal is installed, and none of the common ones either.
  case unknown(namesTried: [String])
  /// The terminal is known but did not let itself be taken over.
  case refused(name: String)

  /// What happened, and what to do now.
  package var description: String {
    switch self {
    case .notATerminal:
      "The dashboard needs a screen and a keyboard, but input or output goes elsewhere. "
        + "Nothing was changed. Run it in a terminal window."
    case .dumb(let name):
      "The dashboard cannot draw on this terminal (TERM is \(name.isEmpty ? "not set" : name)), "
        + "which cannot move its cursor. Nothing was changed. Run it in another terminal window."
    case .unknown(let names):
      "This computer has no description of this terminal (tried \(names.joined(separator: ", "))). "
        + "Nothing was changed. Ask for the package ncurses-base or ncurses-term to be installed."
    case .refused(let name):
      "The dashboard could not take over this terminal (TERM is \(name)). "
        + "Nothing was changed. Open a new terminal window and try again."
    }
  }
}
