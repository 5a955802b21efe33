import Dashboard
import Safeguarding
import TerminalUI
import Testing

extension StoredValue {
  /// The value on one line, as the stories tell it: `[a, b]`, `{agency: kent-police}`.
  var told: String {
    switch self {
    case .boolean(let value): String(value)
    case .number(let spelling): spelling
    case .text(let text): text
    case .list(let elements): "[\(elements.map(\.told).joined(separator: ", "))]"
    case .record(let members):
      "{\(members.map { "\($0.key): \($0.value.told)" }.joined(separator: ", "))}"
    }
  }
}

extension Change {
  /// The change on one line: `status: open -> done`, `+ {title: …}`.
  var told: String {
    guard let field else {
      return [to.map { "+ \($0.told)" }, from.map { _ in "- \(record.id)" }].compactMap(\.self)
        .joined(separator: " ")
    }
    return "\(field): \(from?.told ?? "nothing") -> \(to?.told ?? "nothing")"
  }
}

extension Story {
  /// The edit that the last step wants saved.
  var edit: Edit? {
    for case .commit(let edit) in effects { return edit }
    return nil
  }

  /// The draft that the last step wants kept.
  var draft: Draft? {
    for case .saveDraft(let draft) in effects { return draft }
    return nil
  }
}

/// The last step wants exactly these changes saved, told on a line each.
func expect(
  edit title: String? = nil, _ changes: String..., sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    guard let edit = story.edit else {
      story.fail("Nothing is to be saved.", sourceLocation)
      return
    }
    if let title, edit.title != title {
      story.fail("The edit is called \(edit.title), not \(title).", sourceLocation)
    }
    let told = edit.changes.map(\.told)
    if told != changes {
      story.fail("The changes are \(told), not \(changes).", sourceLocation)
    }
  }
}

/// The last step wants changes saved of which these are parts, told on a line.
func expect(editHas parts: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    let told = story.edit?.changes.map(\.told).joined(separator: " | ") ?? "nothing"
    for part in parts where !told.contains(part) {
      story.fail("The changes are \(told), without \(part).", sourceLocation)
    }
  }
}

/// The last step wants nothing saved.
func expectNoEdit(sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    if let edit = story.edit { story.fail("\(edit.title) is to be saved.", sourceLocation) }
  }
}

/// The last step wants this typed text kept as a draft.
func expect(
  draft field: String, _ text: String?, sourceLocation: SourceLocation = #_sourceLocation
) -> Step {
  Step { story in
    if story.draft?.texts[field] != text {
      story.fail("The draft has \(story.draft?.texts ?? [:]).", sourceLocation)
    }
  }
}

/// What the last step wanted saved comes back as saved.
func saving(at time: String = "10:41", notes: [String] = []) -> Step {
  Step { story in
    guard let edit = story.edit else { return }
    let receipt = Receipt(entries: [], changes: edit.changes, notes: notes)
    story.effects = story.dashboard.receive(.saved(receipt, edit, at: time))
  }
}

/// What the last step wanted saved comes back as not saved.
func refusing(_ sentence: String) -> Step {
  Step { story in
    guard let edit = story.edit else { return }
    story.effects = story.dashboard.receive(.refused(sentence, edit))
  }
}

/// Presses a key so many times.
func press(_ name: String, times: Int, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    for _ in 0..<times { press(name, sourceLocation: sourceLocation).happen(&story) }
  }
}

/// Empties the line in which the cursor stands.
func clearing() -> Step { press("Ctrl-E", "Ctrl-U") }

/// Goes to a field by Tab; a field that is folded away is shown first.
func going(to label: String, sourceLocation: SourceLocation = #_sourceLocation) -> Step {
  Step { story in
    func isThere() -> Bool { story.dashboard.form?.innermost.focused?.label == label }
    for _ in 0..<2 {
      for _ in 0..<60 where !isThere() { press("Tab").happen(&story) }
      if isThere() { return }
      story.receive(.key(.pageDown))
      press("Shift-Tab", "Enter").happen(&story)
    }
    if !isThere() { story.fail("There is no field \(label).", sourceLocation) }
  }
}

/// The field that has the keys holds a text.
func expect(field label: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation)
  -> Step
{
  Step { story in
    guard let field = story.dashboard.form?.innermost.focused else {
      story.fail("No field has the keys.", sourceLocation)
      return
    }
    if field.label != label || field.text != text {
      story.fail("\(field.label) holds \(field.text).", sourceLocation)
    }
  }
}

/// The group whose meetings, agendas and actions the stories change.
let pmqa = Place(GroupsPane.id, ["mscp-pmqa"])

/// Its last meeting, which was held.
let heldMeeting = Place(MeetingPane.id, ["mscp-pmqa-2024-01-18"])

/// An action of the group, as a record of its own.
let anAction = Place(record: RecordID(ActionItem.kind, "mscp-pmqa-a2"))

/// What that action says.
let whole =
  "Check that information on missing children reaches every hospital department that needs it."

extension Fixture {
  /// The data seen by somebody with another role.
  func workspace(as access: Access) -> Workspace {
    var workspace = workspace
    workspace.access = access
    return workspace
  }
}
