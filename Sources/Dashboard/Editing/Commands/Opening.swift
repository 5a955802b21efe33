import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why what is selected cannot be changed; nil when it can.
  var reasonNotToEdit: String? {
    if !marks.isEmpty { return marks.lazy.compactMap { self.reasonNotToChange($0) }.first }
    if isPast { return "What history tells is past. u takes it back." }
    if case .unrecorded(let addition) = subject {
      return addition.isWhole ? reasonNotToAdd(addition) : Standpoint.unrecordedPart
    }
    guard let record = subject.record else {
      return "Nothing that can be changed is selected here. Tab goes to the next panel."
    }
    guard let target = target(of: subject), FormKind(of: target) != nil else {
      return Standpoint.noForm(record.kind)
    }
    return reasonNotToChange(record, in: target.document)
  }

  /// Why a list that only the pattern gives cannot be changed yet.
  static let unrecordedPart =
    "This list is the pattern's. Press Space on an item first: that records it with the term."

  /// Opens the form of what is selected, or of all that is marked.
  func edit() -> Outcome {
    if !marks.isEmpty { return editSeveral(.several, "Change") }
    if case .unrecorded(let addition) = subject { return .form(FormRequest(addition)) }
    guard let target = target(of: subject), let kind = FormKind(of: target) else {
      return .nothing
    }
    return .form(FormRequest(.whole, target, "Edit \(kind.title): \(label(of: subject))"))
  }

  /// Opens a form that does one thing to all marked actions, or to the selected one.
  func editSeveral(_ purpose: FormPurpose, _ verb: String) -> Outcome {
    let actions = chosenActions
    let subjects = actions.compactMap { action in
      target(of: .record(action.link)).map { FormRequest.Subject(target: $0) }
    }
    guard let first = actions.first, !subjects.isEmpty else { return .nothing }
    let what =
      actions.count == 1 && marks.isEmpty
      ? "\(verb): \(first.title)" : "\(verb) \(counted(subjects.count, "action"))"
    return .form(FormRequest(purpose, subjects, what))
  }

  /// Why the selected row cannot be marked; nil when it can.
  var reasonNotToMark: String? {
    selectedAction == nil ? "Only actions are marked for doing one thing to several." : nil
  }
}

extension Dashboard {
  /// Marks the selected action, or unmarks it, and goes to the next row.
  mutating func toggleMark() {
    guard let action = standpoint.selectedAction else { return }
    browsing.toggleMark(action.link)
    browsing.move(by: 1)
    let count = browsing.marks.count
    notice =
      count == 0
      ? "Nothing is marked any more."
      : "\(count) marked: Space ticks, e changes, r reassigns all of them. Esc unmarks."
  }

  /// Takes the marks off what a save has used them for, changed or not.
  mutating func unmark(_ edit: Edit) {
    let asked = form?.saving == edit ? form?.subjects.map(\.target.record) ?? [] : []
    let used = Set(edit.changes.map(\.record) + asked)
    browsing.unmark(where: used.contains)
  }
}

extension FormKind {
  /// One thing that is done to several actions.
  static let several = FormKind(
    command: "several", "several actions", ActionItem.self,
    ["status", "owners", "due", .long(FormLayout.addedNote)], keepsTitle: false)
}
