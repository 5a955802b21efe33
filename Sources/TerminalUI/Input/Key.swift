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

extension Key {
  /// The key with a name in words, whatever the case of the name; a single character stands for itself.
  ///
  /// Nil for what no terminal tells apart from another key, such as Ctrl-I from Tab.
  package init?(label: String) {
    let named: [Key] = [
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown,
    ]
    let name = label.lowercased()
    if let key = named.first(where: { name.elementsEqual($0.label.lowercased()) }) {
      self = key
    } else if label.count == 1, let character = label.first, Key.isTyped(character) {
      self = .character(character)
    } else if name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last,
      letter.isASCII, letter.isLetter, !"hijm".contains(letter)
    {
      self = .control(letter)
    } else if name.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number),
      name.elementsEqual("f\(number)")
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static func isTyped(_ character: Character) -> Bool {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return false
    }
    return scalar.value > 0x20 && !(0x7f..<0xa1).contains(scalar.value)
      && !scalar.properties.isWhitespace && TextWidth.of(String(character)) > 0
  }
}

/// What the mouse did.
package struct MouseEvent: Hashable, Sendable {
  /// What was pressed or turned.
  package enum Action: Hashable, Sendable { case press, doublePress, wheelUp, wheelDown }
  package var action: Action
  package var point: Point

  /// Whether a button was pressed.
  package var isPress: Bool { action == .press || action == .doublePress }

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
