/// A key as a person names it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)

  /// The key's name in words: "Enter", "Ctrl-L", "PgDn", "q".
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}

/// What the mouse did.
package struct MouseEvent: Hashable, Sendable {
  /// What was pressed or turned.
  package enum Action: Hashable, Sendable { case press, doublePress, wheelUp, wheelDown }
  package var action: Action
  package var point: Point

  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}

/// What a terminal tells the program.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text pasted in one go; it never triggers commands.
  case paste(String)
  /// The terminal has another size, or must be drawn anew.
  case resized(Size)
  /// The terminal told, when asked, whether its background is light.
  case background(isLight: Bool)
  /// Nobody has typed for long: the program ends in so many seconds unless somebody does.
  case idle(secondsLeft: Int)
  /// The terminal or whoever started the program asks it to end.
  case hangUp
  /// Something woke the loop: look into the mailbox.
  case wake
}
