import TerminalUI

extension Dashboard {
  /// How many are here, with their names where there is room; empty when nobody else is.
  func companions(in width: Int) -> String {
    let others = together.present.reduce(0) { $0 + $1.sessions }
    guard others > 0 else { return "" }
    let count = "\(others + 1) here"
    let names = together.present.map { $0.sessions > 1 ? "\($0.user) (\($0.sessions))" : $0.user }
    let whole = "\(count): \((names + ["you"]).joined(separator: ", "))"
    return TextWidth.of(whole) <= width ? whole : count
  }
}
