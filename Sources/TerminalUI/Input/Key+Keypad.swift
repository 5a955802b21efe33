extension Key {
  /// The key of a number pad in its application mode, by the letter that it sends behind `ESC O`: the
  /// character on it, Enter or Tab.
  ///
  /// So send PuTTY, xterm, rxvt and the VT terminals before them.
  package init?(keypad letter: UInt32) {
    switch letter {
    case 0x4d: self = .enter
    case 0x49: self = .tab
    case 0x20: self = .character(" ")
    case 0x58: self = .character("=")
    // * + , - . / and the digits stand in the order of their codes, 64 further on.
    case 0x6a...0x79:
      guard let scalar = Unicode.Scalar(letter - 0x40) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }
}
