import Safeguarding
import TerminalUI

extension FormKind {
  /// One thing that is done to several actions.
  static let several = FormKind(
    command: "several", "several actions", ActionItem.self,
    ["status", "owners", "due", .long(FormLayout.addedNote)], keepsTitle: false)
}

extension Dashboard {
  /// Why what is selected cannot be changed; nil when it can.
  var reasonNotToEdit: String? {
    if !marks.isEmpty { return marks.lazy.compactMap { self.reasonNotToChange($0) }.first }
    if projectedTerm != nil { return reasonNotToAdd(ChairTerm.kind, "chair-terms") }
    guard let selection = editSelection else {
      if focusedPanel?.id == "checklist" { return Dashboard.unrecordedHandover }
      return "Nothing that can be changed is selected here. Tab goes to the next panel."
    }
    return reasonNotToChange(selection.target.record, in: selection.target.document)
  }

  /// Why a record cannot be changed just now; nil when it can.
  func reasonNotToChange(
    _ record: RecordID, in document: String? = nil, fields: Set<String>? = nil
  ) -> String? {
    busy(record) ?? context.lock(on: record, in: document, fields: fields)
  }

  /// Why nothing can be added to a file of the group one is in; nil when it can.
  func reasonNotToAdd(_ kind: RecordKind, _ file: String) -> String? {
    guard let group = groupHere else { return "Go into a group first: 3, then Enter." }
    return context.lock(on: RecordID(kind, ""), in: "groups/\(group.id)/\(file).json")
  }

  /// Opens the form of what is selected, or of all that is marked.
  mutating func openEditForm() {
    if !marks.isEmpty { return openForSeveral(.several, "Change") }
    if let term = projectedTerm { return openNewTerm(as: term) }
    guard let selection = editSelection, let kind = FormKind(of: selection.target) else { return }
    openForm(kind, selection.target, "Edit \(kind.title): \(selection.label)")
  }

  /// Opens a form on a record that is there.
  mutating func openForm(
    _ kind: FormKind, _ target: FormTarget, _ title: String, start: StoredValue? = nil,
    offered: [String: String] = [:]
  ) {
    let record = context.workspace.record(kind: target.record.kind.name, id: target.record.id)
    let subject = Form.Subject(target, base: target.isNewRecord ? nil : record?.stored)
    open(
      Form(
        kind, title.shortTitle, [subject], start: start, offered: offered,
        allowed: context.allowedFields(in: target.document), author: identity, context))
  }

  /// Opens a form that does one thing to all marked actions, or to the selected one.
  mutating func openForSeveral(_ kind: FormKind, _ verb: String) {
    let actions = chosenActions
    guard let first = actions.first else { return }
    if actions.count == 1, marks.isEmpty,
      let document = context.workspace.document(of: first.link)
    {
      return openForm(kind, FormTarget(first.link, in: document), "\(verb): \(first.title)")
    }
    let subjects = actions.compactMap { action in
      context.workspace.document(of: action.link).map {
        Form.Subject(FormTarget(action.link, in: $0), base: action.stored)
      }
    }
    let isNarrow = subjects.contains { context.allowedFields(in: $0.target.document) != nil }
    open(
      Form(
        kind, "\(verb) \(counted(subjects.count, "action"))", subjects,
        allowed: isNarrow ? Access.ownFields : nil, author: identity, context))
  }

  /// The term that the selected row says by the pattern only: it can be recorded.
  var projectedTerm: RotationStretch? {
    guard let group = groupHere, focusedPanel?.id == "terms", let row = selectedRow,
      focusedPanel?.targets[row.id] == nil
    else { return nil }
    let rotation = ExecutivePane.rotation(of: group, on: context.day, in: context.workspace)
    return rotation?.stretches.first { "term-\($0.first.iso)" == row.id }
  }

  /// Opens the form of a new term in the chair.
  mutating func openNewTerm(as stretch: RotationStretch?) {
    guard let group = groupHere, let kind = FormKind(of: ChairTerm.kind) else { return }
    var term = ChairTerm()
    term.group = Reference(group.id)
    if let stretch {
      term.agency = stretch.agency
      term.from = ImpreciseDate(stretch.first)
      term.to = ImpreciseDate(stretch.last)
    }
    let target = FormTarget(
      RecordID(ChairTerm.kind, ""), in: "groups/\(group.id)/chair-terms.json")
    let from = stretch.map { " from \($0.first.short)" } ?? ""
    openForm(kind, target, "Record chair term\(from)", start: term.stored)
  }
}

extension String {
  /// The text as a title of history: on one line, cut where it is very long.
  var shortTitle: String {
    let line = replacing("\n", with: " ")
    return line.count <= 120 ? line : line.prefix(117) + "..."
  }
}
