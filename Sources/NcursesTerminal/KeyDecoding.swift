import CNcurses
import TerminalUI

extension Key {
  /// The key as a person names it; nil for what no person pressed or nothing is bound to.
  init?(_ raw: RawKey) {
    switch raw {
    case .character(let value): self.init(character: value)
    case .code(let code): self.init(code: code)
    }
  }

  private init?(character value: UInt32) {
    switch value {
    case 0x0a, 0x0d: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7f: self = .backspace
    case 0x1b: self = .escape
    case 0x00..<0x20:
      // Ctrl clears two bits of a letter; "`" would stand for Ctrl-Space, which sends the same.
      guard
        let letter = Unicode.Scalar(value == 0 ? 0x20 : value < 0x1b ? value | 0x60 : value | 0x40)
      else { return nil }
      self = .control(Character(letter))
    case 0x80..<0xa0: return nil
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      self = .character(Character(scalar))
    }
  }

  private init?(code: UInt32) {
    switch Int32(truncatingIfNeeded: code) {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_HOME, KEY_FIND: self = .home
    case KEY_END, KEY_SELECT: self = .end
    case KEY_PPAGE: self = .pageUp
    case KEY_NPAGE: self = .pageDown
    case KEY_IC: self = .insert
    case KEY_DC: self = .delete
    case KEY_BACKSPACE: self = .backspace
    case KEY_ENTER: self = .enter
    case KEY_BTAB: self = .backTab
    case Int32(MASA_KEYPAD)..<Int32(MASA_KEYPAD) + 0x80:
      self.init(keypad: code - UInt32(MASA_KEYPAD))
    default:
      let number = masa_function_number(code)
      guard number > 0 else { return nil }
      self = .function(Int(number))
    }
  }
}
