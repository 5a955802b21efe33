package import Safeguarding

/// An edit that met what others had changed: what stands there, what was to be saved, and what is chosen.
///
/// Nothing is chosen at first, and nothing is saved before everything is.
package struct Resolution: Hashable, Sendable {
  /// What shall stand in a field.
  package enum Choice: Hashable, Sendable {
    case theirs, mine
    /// What others wrote, then what was to be saved.
    case both
  }

  /// One field that both changed, or one record that is gone.
  package struct Item: Hashable, Sendable {
    /// The conflicts it settles: one, or all of a record that is gone.
    let conflicts: [Conflict]
    /// What it is about: `Status of "Send the audit tool"`.
    package let label: String
    /// Who changed it and when, as far as that is known: "bob, 14:02".
    package let who: String
    /// What stands there, what was to be saved, and what stood there before, in lines.
    package let theirs: [String]
    package let mine: [String]
    package let before: [String]
    /// What both are together; nil where that makes no sense.
    let both: StoredValue?
    /// The record that is gone, as it was last known.
    let gone: StoredValue?
    package var choice: Choice?

    /// Whether the record as a whole is gone.
    package var isGone: Bool { conflicts.contains(where: \.isGone) }

    /// What can be chosen.
    package var choices: [Choice] {
      if isGone, gone == nil { return [.theirs] }
      return both == nil ? [.theirs, .mine] : [.theirs, .mine, .both]
    }
  }

  package let edit: Edit
  /// Whether what was to be saved is typed into the open form.
  let isFromForm: Bool
  package var items: [Item]
  /// The position of the item that has the keys.
  package var selected = 0
  /// How many rows are scrolled away beyond the beginning of that item.
  var scrolled = 0

  /// The first item of which nothing is chosen yet.
  package var undecided: Int? { items.firstIndex { $0.choice == nil } }

  /// The edit that says what was chosen; it starts from what stands there now.
  package var resolved: Edit {
    var changes: [Change] = []
    var restored: Set<RecordID> = []
    for change in edit.changes {
      guard let item = items.first(where: { $0.conflicts.contains { $0.mine == change } }) else {
        changes.append(change)
        continue
      }
      if item.isGone {
        if item.choice == .mine, restored.insert(change.record).inserted,
          let record = item.restored
        {
          changes.append(Change(change.document, change.record, from: nil, to: record))
        }
      } else if let conflict = item.conflicts.first, let choice = item.choice {
        changes += Resolution.changes(conflict, choice, both: item.both)
      }
    }
    return Edit(edit.title, changes, undoes: edit.undoes)
  }

  private static func changes(
    _ conflict: Conflict, _ choice: Choice, both: StoredValue?
  ) -> [Change] {
    let (mine, theirs) = (conflict.mine, conflict.theirs)
    func change(_ field: String?, from: StoredValue?, to: StoredValue?) -> [Change] {
      from == to ? [] : [Change(mine.document, mine.record, field: field, from: from, to: to)]
    }
    switch (choice, mine.field, mine.to) {
    case (.theirs, let field?, _):
      return change(
        field, from: theirs, to: ThreeWay.prefer(theirs, over: mine.to, base: mine.from))
    case (.theirs, nil, _): return []
    case (.both, let field, _): return change(field, from: theirs, to: both)
    case (.mine, let field?, _):
      return change(
        field, from: theirs, to: ThreeWay.prefer(mine.to, over: theirs, base: mine.from))
    case (.mine, nil, nil): return change(nil, from: theirs, to: nil)
    case (.mine, nil, let record?):
      // The record is there already: its fields are made those that were to be added.
      let keys = (theirs?.members ?? []).map(\.key) + (record.members ?? []).map(\.key)
      var seen: Set<String> = ["id"]
      return keys.filter { seen.insert($0).inserted }.flatMap {
        change($0, from: theirs?[$0], to: record[$0])
      }
    }
  }
}

extension Resolution.Item {
  /// The record that is gone, with what was to be saved in it.
  fileprivate var restored: StoredValue? {
    guard var record = gone else { return nil }
    for conflict in conflicts {
      if let field = conflict.mine.field { record[field] = conflict.mine.to }
    }
    return record
  }
}
