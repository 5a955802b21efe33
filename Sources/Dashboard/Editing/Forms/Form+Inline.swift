import Safeguarding
import TerminalUI

extension Form {
  /// Whether it is one line under the row that it is about: as long as nothing else has to be said.
  var isInline: Bool {
    kind.command?.isInline == true && focused != nil && inside == nil && !isHelpShown
      && refusal.isEmpty && meanwhile.isEmpty && fields.allSatisfy { $0.problem.isEmpty }
  }

  /// Whether it is one of many that are filled in one after another.
  var isOneOfMany: Bool { kind.command?.isOneOfMany == true }

  /// How many rows on a key goes that saves a line which is one of many; nil for any other key.
  func step(_ key: Key) -> Int? {
    guard isOneOfMany, isInline else { return nil }
    switch key {
    case .enter, .down, .tab: return 1
    case .up, .backTab: return -1
    default: return nil
    }
  }

  /// What a key means in a form of one line; nil for one that means what it does elsewhere.
  func receive(inline key: Key) -> Answer? {
    guard isInline else { return nil }
    switch key {
    case .enter: return .save
    case .tab, .backTab, .up, .down, .pageUp, .pageDown:
      return .told("Enter saves this line, Esc leaves it and keeps what you typed.")
    default: return nil
    }
  }
}
