import Safeguarding
import TerminalUI

extension Standpoint {
  /// Why what is selected cannot be changed; nil when it can.
  var reasonNotToEdit: String? {
    if !marks.isEmpty { return marks.lazy.compactMap { self.reasonNotToChange($0) }.first }
    if isPast { return "What history tells is past. ‹undo› takes it back." }
    if case .unrecorded(let addition) = subject {
      return addition.isWhole ? reasonNotToAdd(addition) : Standpoint.unrecordedPart
    }
    guard let record = subject.record else {
      return "Nothing that can be changed is selected here. ‹next-panel› goes to the next panel."
    }
    guard let target = target(of: subject), FormKind(of: target) != nil else {
      return Standpoint.noForm(record.kind)
    }
    return reasonNotToChange(record, in: target.document)
  }

  /// Why a list that only the pattern gives cannot be changed yet.
  static let unrecordedPart =
    "This list is the pattern's. Press ‹tick› on an item first: that records it with the term."

  /// Opens the form of what is selected, or of all that is marked.
  func edit() -> Outcome {
    if !marks.isEmpty { return editSeveral() }
    if case .unrecorded(let addition) = subject { return .form(FormRequest(addition)) }
    guard let target = target(of: subject), let kind = FormKind(of: target) else {
      return .nothing
    }
    return .form(FormRequest(target, "Edit \(kind.title): \(label(of: subject))"))
  }

  /// Opens the form that does one thing to all that are marked.
  private func editSeveral() -> Outcome {
    let subjects = marks.compactMap { record in
      target(of: .record(record)).map { FormRequest.Subject(target: $0) }
    }
    guard let first = marks.first, !subjects.isEmpty,
      let form = Kinds.type(named: first.kind.name)?.formForSeveral
    else { return .nothing }
    let what = counted(subjects.count, first.kind.title.lowercased())
    return .form(FormRequest(form, subjects, "Change \(what)"))
  }

  /// The selected record, where several of its kind can be marked; nil for anything else.
  var markable: RecordID? {
    guard !isPast, case .record(let record) = subject,
      Kinds.type(named: record.kind.name)?.formForSeveral != nil
    else { return nil }
    return record
  }

  /// Why the selected row cannot be marked; nil when it can.
  var reasonNotToMark: String? {
    guard let markable else {
      let names = Kinds.all.filter { $0.formForSeveral != nil }
        .map { Kinds.plural(of: $0).lowercased() }.joined(separator: " and ")
      return "Only \(names) are marked for doing one thing to several."
    }
    return marks.contains { $0.kind != markable.kind }
      ? "Something of another kind is marked. ‹back› takes the marks away." : nil
  }
}

extension Dashboard {
  /// Marks the selected action, or unmarks it, and goes to the next row.
  mutating func toggleMark() {
    guard let record = standpoint.markable else { return }
    browsing.toggleMark(record)
    browsing.move(by: 1)
    let count = browsing.marks.count
    notice =
      count == 0
      ? "Nothing is marked any more."
      : "\(count) marked: ‹tick› ticks, ‹edit› changes, ‹reassign› reassigns all of them. ‹back› unmarks."
  }

  /// Takes the marks off what a save has used them for, changed or not.
  mutating func unmark(_ edit: Edit) {
    let asked = form?.saving == edit ? form?.subjects.map(\.target.record) ?? [] : []
    let used = Set(edit.changes.map(\.record) + asked)
    browsing.unmark(where: used.contains)
  }
}
