import DataStore
import Reports
import Safeguarding

/// What a command changes in an action; what is not set stays as it is.
struct ActionUpdate {
  var title: String?
  var status: ActionStatus?
  /// The day on which it was done, where that is not today.
  var doneOn: CalendarDate?
  var owners: [Owner]?
  var due: ImpreciseDate??
  var note: String?
  var evidence: [String] = []
  var impact: [String] = []
  /// The group that watches over it from now on, and the folder in which that lies.
  var group: (id: String, folder: String)?

  /// Whether nothing would change.
  var isEmpty: Bool {
    title == nil && status == nil && owners == nil && due == nil && note == nil && group == nil
      && evidence.isEmpty && impact.isEmpty
  }

  /// Saves the change and prints the action's id and revision.
  func run(
    on id: String, in edited: EditedFolder, expecting expected: ActionExpectations,
    _ output: EditOptions
  ) throws {
    var after = ActionItem()
    try saving {
      let receipt = try edited.save {
        let found = try edited.find(ActionItem.self, id)
        after = applied(to: found.record, in: edited)
        let changes = changes(of: found, to: after)
        let expectations = try expected.expectations(of: found, in: edited)
        return Edit(
          heading(from: found.record, to: after), changes,
          expecting: changes.isEmpty ? [] : expectations)
      }
      output.answer(
        id, after.saved(by: receipt).revision,
        receipt.entries.first { $0.folder == group?.folder } ?? receipt.entries.first)
    }
  }

  /// The action as it shall be.
  private func applied(to action: ActionItem, in edited: EditedFolder) -> ActionItem {
    var action = action
    if let title { action.title = title }
    if let status {
      action = doneOn.map(action.completed) ?? action.standing(as: status, on: edited.day)
    }
    if let owners { action.owners = owners }
    if let due { action.due = due }
    if let note { action = action.noted(note, on: edited.day, by: ProcessIdentity().label) }
    action.evidence += evidence
    action.impact += impact
    if let group { action.group = Reference(group.id) }
    return action
  }

  private func changes(of found: FoundRecord<ActionItem>, to after: ActionItem) -> [Change] {
    let fields = found.record.changes(to: after, in: found.document)
    guard let group, group.id != found.record.group.id else { return fields }
    let target = "\(group.folder)/actions.json"
    // It lies there already, with the name of another group.
    if target == found.document { return fields }
    // What Masa does not know of moves along.
    var moved = found.spelled
    for change in fields {
      if let field = change.field { moved[field] = change.to }
    }
    return [
      Change(target, after.link, from: nil, to: moved),
      Change(found.document, after.link, from: found.spelled, to: nil),
    ]
  }

  /// What was done, as history shows it.
  private func heading(from before: ActionItem, to after: ActionItem) -> String {
    let deed =
      switch (before.isOpen, after.isOpen) {
      case _ where before.group != after.group: "Move to \(after.group.id)"
      case _ where before.status != .done && after.status == .done: "Tick"
      case (false, true): "Reopen"
      case _ where before.owners != after.owners: "Reassign"
      case _ where before.due != after.due: "New date"
      case _ where before.progress != after.progress: "Note"
      default: "Update"
      }
    return "\(deed): \(after.title.heading)"
  }
}

extension Entity {
  /// The record as it was saved: with its new id, and what others had changed in the same fields.
  func saved(by receipt: Receipt) -> Self {
    var saved = stored
    for change in receipt.changes where change.record == link || id.isEmpty {
      if let field = change.field {
        saved?[field] = change.to
      } else if let whole = change.to {
        saved = whole
      }
    }
    return saved.flatMap(Self.init(stored:)) ?? self
  }
}

extension Record {
  /// The record that a written value holds; nil when it is no record at all.
  init?(stored: StoredValue) {
    guard let record = Self.read(from: StoredSource(stored)) else { return nil }
    self = record
  }
}

extension String {
  /// The text on one line, and short enough to head an entry of the history.
  var heading: String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 120 ? line : line.prefix(117) + "..."
  }
}
