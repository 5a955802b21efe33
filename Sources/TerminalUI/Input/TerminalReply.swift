/// A string that a terminal sends by itself, such as an answer to a question nobody remembers.
package struct TerminalReply: Hashable, Sendable {
  /// The kinds of strings, by the character behind Escape (ECMA-48).
  package enum Kind: UInt32, Hashable, Sendable {
    /// OSC: colours, titles, the clipboard.
    case command = 0x5d
    /// DCS: what the terminal is and can do.
    case device = 0x50
    /// APC: what programs agreed on, such as pictures.
    case application = 0x5f
    /// PM: a message to nobody.
    case message = 0x5e
    /// SOS: a string without a meaning.
    case string = 0x58

    /// The kind that a single control character begins, where the line carries eight bits.
    package init?(control: UInt32) {
      guard (0x80...0x9f).contains(control) else { return nil }
      self.init(rawValue: control - 0x40)
    }
  }

  package let kind: Kind
  /// What it says, as far as it can matter.
  package let text: String
}

/// Tells a string of the terminal from what a person types, character by character.
///
/// It begins with Escape and the letter of its kind, and ends with BEL, with CAN or SUB, or with Escape
/// and `\`. What only begins like one is given back, so that no key is lost; what is one is swallowed
/// whole, whatever it says.
package struct TerminalReplyReader: Hashable, Sendable {
  /// What one more character makes of it.
  package enum Step: Hashable, Sendable {
    /// It may still be a string.
    case more
    /// It was one, and ends here.
    case ended(TerminalReply)
    /// It was one and breaks off: these characters are not part of it.
    case broken([UInt32])
    /// It is none: these characters were typed, the last one too.
    case typed([UInt32])
  }

  /// Of a string that is longer only the beginning is kept.
  private static let longestKept = 80
  /// What is longer is no reply: the rest is taken for keys again.
  private static let longest = 65_536

  private var held: [UInt32] = [0x1b]
  private var kind: TerminalReply.Kind?
  /// How many characters it has, those that are not kept too.
  private var count = 0
  /// Whether it is a string for certain.
  package private(set) var isCertain = false
  /// Whether the last character was an Escape, which may begin the end.
  private var isEnding = false

  /// Begins after Escape.
  package init() {}

  /// Begins after a control character that stands for Escape and a letter.
  package init(_ kind: TerminalReply.Kind) {
    self.kind = kind
    held.append(kind.rawValue)
    isCertain = true
  }

  /// The characters so far.
  package var characters: [UInt32] { held }

  /// Takes the next character in.
  package mutating func take(_ character: UInt32) -> Step {
    guard let kind else {
      held.append(character)
      kind = TerminalReply.Kind(rawValue: character)
      return kind == nil ? .typed(held) : .more
    }
    if !isCertain { return open(kind, with: character) }
    if isEnding { return character == 0x5c ? ended(kind) : .broken([0x1b, character]) }
    switch character {
    case 0x07, 0x18, 0x1a, 0x9c: return ended(kind)
    case 0x1b: isEnding = true
    case 0x20...0x7e, 0xa0...: return keep(character)
    default: return .broken([character])
    }
    return .more
  }

  /// What a character behind the letter says of whether a terminal sent it.
  private mutating func open(_ kind: TerminalReply.Kind, with character: UInt32) -> Step {
    let said = held.dropFirst(2)
    held.append(character)
    switch kind {
    case .command:
      // A number and a semicolon, or the letter of a title.
      switch character {
      case 0x30...0x39 where said.count < 5: return .more
      case 0x3b where !said.isEmpty: isCertain = true
      case 0x07 where !said.isEmpty, 0x9c where !said.isEmpty: return ended(kind)
      case 0x4c where said.isEmpty, 0x49 where said.isEmpty, 0x6c where said.isEmpty:
        isCertain = true
      default: return .typed(held)
      }
    case .device:
      // Parameters or marks, then a letter.
      switch character {
      case 0x20...0x3f where said.count < 32: return .more
      case 0x40...0x7e where !said.isEmpty: isCertain = true
      default: return .typed(held)
      }
    case .application, .message, .string:
      guard (0x20...0x7e).contains(character) else { return .typed(held) }
      isCertain = true
    }
    return .more
  }

  private mutating func keep(_ character: UInt32) -> Step {
    count += 1
    if count > Self.longest { return .broken([character]) }
    if held.count < Self.longestKept { held.append(character) }
    return .more
  }

  private func ended(_ kind: TerminalReply.Kind) -> Step {
    let text = held.dropFirst(2).filter { $0 >= 0x20 }.compactMap(Unicode.Scalar.init)
    return .ended(TerminalReply(kind: kind, text: String(String.UnicodeScalarView(text))))
  }
}
