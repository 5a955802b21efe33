import ArgumentParser
import DataStore
import Entry
import Letters
import Reports
import Safeguarding

/// Adds a record of any kind.
struct RecordsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a record of a kind; its id and new revision are printed.",
    discussion: """
      Every field of the kind is an option: masa add agency --name 'Kent Police' --category police. What \
      is typed is read as in the forms: days as fri or +2w, names by a few letters. masa schema names \
      the fields of each kind. What lies in another record says in which: --in mscp-pmqa.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, review, seat.", transform: NamedKind.named)
  var kind: NamedKind

  @Option(
    name: .customLong("in"),
    help: "The id of the record in which it goes, such as the group of a seat.")
  var holder: String?

  @Option(help: "The id of the new record, where it is not to be made of its name.")
  var id: String?

  @OptionGroup var output: EditOptions

  @Argument(parsing: .allUnrecognized, help: "The fields, each as --FIELD VALUE.")
  var fields: [String] = []

  func run() throws {
    let desk = try RecordDesk(options, kind)
    var value = desk.beginning
    if let id { value["id"] = .text(id.cleaned.text) }
    for (name, text) in try FieldWords.options(fields) {
      let field = try desk.field(name)
      value[field.name] = try desk.value(text, for: field, in: value)
    }
    try desk.requireReadable(value, isNew: true)
    try saving {
      let new = try desk.placing(value, inside: holder)
      let changes = desk.workspace.changes(adding: new)
      let label = StoredValue.entity(new.value, as: kind.type)?.label ?? new.record.id
      let title = "Add \(kind.kind.title.lowercased()): \(label.heading)"
      let receipt = try desk.edited.commit(Edit(title, changes))
      let added = receipt.changes.first { $0.record.kind == new.record.kind && $0.field == nil }
      let saved = added?.to ?? new.value
      let record = added?.record.id ?? new.record.id
      let revision = StoredValue.entity(saved, as: kind.type)?.revision ?? ""
      output.answer(record, revision, receipt.entries.first)
    }
  }
}

/// Changes fields of a record of any kind.
struct RecordsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change fields of a record; its id and new revision are printed.",
    discussion: """
      Each field is named with its new value, FIELD=VALUE; FIELD= leaves it blank. With --expect \
      FIELD=VALUE nothing is changed when something else stands there: the status is then 2.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, review, seat.", transform: NamedKind.named)
  var kind: NamedKind

  @Argument(help: "The id of the record.")
  var id: String

  @Argument(help: "The fields, each as FIELD=VALUE.")
  var fields: [String]

  @Option(parsing: .unconditionalSingleValue, help: "Change nothing unless FIELD=VALUE holds.")
  var expect: [String] = []

  @OptionGroup var output: EditOptions

  func run() throws {
    let desk = try RecordDesk(options, kind)
    let found = try desk.find(id)
    var after = found.value
    for (name, text) in try FieldWords.assignments(fields) {
      let field = try desk.field(name)
      after[field.name] = try desk.value(text, for: field, in: found.value)
    }
    try desk.requireReadable(after, isNew: false)
    let expectations = try FieldWords.assignments(expect).map { name, text in
      try desk.expectation(name, text, of: found)
    }
    try saving {
      let label = StoredValue.entity(after, as: kind.type)?.label ?? id
      let edit = Edit(
        "Change \(kind.kind.title.lowercased()): \(label.heading)",
        found.changes(to: after, desk.workspace), expecting: expectations)
      let receipt = try desk.edited.commit(edit)
      let revision = StoredValue.entity(after, as: kind.type)?.revision ?? ""
      output.answer(id, revision, receipt.entries.first)
    }
  }
}

/// Ticks a record as done, or opens it again.
struct RecordsTickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Tick a record as done, or open it again.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, obligation, submission.", transform: NamedKind.named)
  var kind: NamedKind

  @Argument(help: "The id of the record.")
  var id: String

  @OptionGroup var output: EditOptions

  func run() throws {
    let desk = try RecordDesk(options, kind)
    let found = try desk.find(id)
    guard let after = desk.ticked(found.value) else {
      throw CommandFailure(
        "A record of the kind \(kind.kind.name) is not ticked. Change its fields with masa set; "
          + "nothing was changed.", status: 64)
    }
    try saving {
      let label = StoredValue.entity(after, as: kind.type)?.label ?? id
      let edit = Edit("Tick: \(label.heading)", found.changes(to: after, desk.workspace))
      let receipt = try desk.edited.commit(edit)
      let revision = StoredValue.entity(after, as: kind.type)?.revision ?? ""
      output.answer(id, revision, receipt.entries.first)
    }
  }
}

/// Removes a record that was a mistake.
struct RecordsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a record that was a mistake; masa undo brings it back.",
    discussion: "What has come to an end is not removed: set the day on which it ended.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The kind of record: action, review, seat.", transform: NamedKind.named)
  var kind: NamedKind

  @Argument(help: "The id of the record.")
  var id: String

  @Option(parsing: .unconditionalSingleValue, help: "Change nothing unless FIELD=VALUE holds.")
  var expect: [String] = []

  @OptionGroup var output: EditOptions

  func run() throws {
    let desk = try RecordDesk(options, kind)
    let found = try desk.find(id)
    let expectations = try FieldWords.assignments(expect).map { name, text in
      try desk.expectation(name, text, of: found)
    }
    try saving {
      let label = StoredValue.entity(found.value, as: kind.type)?.label ?? id
      let edit = Edit(
        "Remove \(kind.kind.title.lowercased()): \(label.heading)",
        found.removal(desk.workspace), expecting: expectations)
      let receipt = try desk.edited.commit(edit)
      output.answer([(id, nil)], receipt.entries.first)
    }
  }
}
