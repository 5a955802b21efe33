import Safeguarding
import TerminalUI

extension Form {
  /// Whether it is one line under the row that it is about: as long as nothing else has to be said.
  var isInline: Bool {
    kind.command?.isInline == true && focused != nil && inside == nil && !isHelpShown
      && refusal.isEmpty && meanwhile.isEmpty && fields.allSatisfy { $0.problem.isEmpty }
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
