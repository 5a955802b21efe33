import TerminalUI

/// Who else is here.
struct Presence: Sendable {
  /// Everybody else who is here, by the name of the account.
  var others: [(user: String, sessions: Int)] = []

  /// How many are here, with their names where there is room; empty when nobody else is.
  func words(in width: Int) -> String {
    let count = others.reduce(0) { $0 + $1.sessions }
    guard count > 0 else { return "" }
    let here = "\(count + 1) here"
    let names = others.map { $0.sessions > 1 ? "\($0.user) (\($0.sessions))" : $0.user }
    let whole = "\(here): \((names + ["you"]).joined(separator: ", "))"
    return TextWidth.of(whole) <= width ? whole : here
  }
}
