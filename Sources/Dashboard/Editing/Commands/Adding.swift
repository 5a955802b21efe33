import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why nothing can be added here; nil when something can.
  var reasonNotToAdd: String? {
    if isPast { return "What history tells is past. ‹undo› takes it back." }
    guard let first = additions.first else {
      return noAddition.isEmpty
        ? "Nothing is added here. ‹open› opens what is selected, and there ‹add› adds to it."
        : noAddition
    }
    if additions.contains(where: { reasonNotToAdd($0) == nil }) { return nil }
    return reasonNotToAdd(first)
  }

  /// Opens the form of what can be added here, or asks which of several it shall be.
  func add() -> Outcome {
    let possible = additions.filter { reasonNotToAdd($0) == nil }
    guard let first = possible.first else { return .nothing }
    return possible.count == 1 ? .form(FormRequest(first)) : .choice(.addition)
  }

  /// What the chooser of additions offers, with why some cannot be added.
  var additionItems: [ChooserItem] {
    additions.map { addition in
      let reason = reasonNotToAdd(addition)
      var item = ChooserItem(
        addition.title, keys: addition.noun, note: reason ?? addition.note,
        reason.map { .command(.refusal($0)) } ?? .addition(addition))
      item.isOff = reason != nil
      return item
    }
  }

  /// How something is added to a panel, for somebody who can; empty for others.
  func invitation(to panel: Panel) -> String {
    panel.additions.contains { reasonNotToAdd($0) == nil } ? panel.invitation : ""
  }
}
