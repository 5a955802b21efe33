import Entry
package import Safeguarding
import TerminalUI

/// A form that is being filled in: what it changes, what stood there, and what is typed.
///
/// It is a value of its own: whatever becomes of the workspace underneath, it stays as typed, and
/// what it saves is the difference to the record as it was when the form opened. A record inside the
/// record is filled in by a form inside the form, which hands what it says back to its field.
package struct Form: Hashable, Sendable {
  /// One record that the form changes.
  package struct Subject: Hashable, Sendable {
    package let target: FormTarget
    /// The whole record as it was when the form opened; nil for a new one.
    package let base: StoredValue?
    /// The record with what the form changes beyond what is typed; nil where that is nothing.
    package let prepared: StoredValue?

    package init(_ target: FormTarget, base: StoredValue?, prepared: StoredValue? = nil) {
      self.target = target
      self.base = base
      self.prepared = prepared
    }
  }

  /// Where what is typed goes when the form is inside another one.
  package enum Origin: Hashable, Sendable {
    /// A row of a field of the form around it.
    case row(Int, field: String)
    /// A record that a field of the form around it names and that is in no file yet.
    case added(AddedName)
  }

  /// A new record that a field names.
  package struct AddedName: Hashable, Sendable {
    let kind: RecordKind
    let field: String
    let name: String
  }

  /// What is filled in.
  package let kind: FormKind
  /// What it does, as history shows it: "Edit action: send the audit tool".
  package let title: String
  /// The records it changes: one, or all that were marked; none inside another form.
  package let subjects: [Subject]
  /// What a new record, or a new element of a list, begins with.
  package let start: StoredValue?
  /// Who fills it in, where that is known.
  package let author: String
  /// Where what is typed goes; nil for the form that saves.
  let origin: Origin?
  /// What stood in fields when the form opened, by their names, though nobody has typed it.
  private let offered: [String: String]
  /// What the part that is filled in said before; nil for a new one.
  let part: StoredValue?
  package var fields: [FormField]
  /// The position of the field that has the keys; behind the last one stands "Save", then "More".
  package var focus = 0
  /// Whether the fields are shown that are folded away at first.
  package var isMoreShown = false
  /// The form inside this one, where one is open: one or none.
  private var insides: [Form] = []
  /// Forms of new records that were closed before they were finished.
  var setAside: [Form] = []
  /// What stands in the rows beside the one that is filled in.
  var siblings: [StoredValue] = []
  /// Records that this edit adds, because its fields name them.
  var added: [AddedRecord] = []
  /// The edit that is on its way to the disk.
  package var saving: Edit?
  package var isHelpShown = false
  /// The folders as they were when the form was opened.
  var readFrom: [String: String] = [:]
  /// Whether one stays where one is once it is saved, as what is added stands elsewhere.
  var staysThere = false
  /// Whether what looks wrong was asked about, and is meant.
  package var isMeant = false
  /// Why it was not saved; it stays until it is saved again.
  package var refusal = ""
  /// What happened to its record meanwhile; empty when there is nothing to say.
  package var meanwhile = ""

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - kind: What is filled in.
  ///   - title: What it does.
  ///   - subjects: The records it changes; at least one, but inside another form.
  ///   - start: What a new record or element begins with.
  ///   - typed: What is typed already, by the name of the field.
  ///   - offered: What is likely meant and nobody has typed yet, by the name of the field.
  ///   - allowed: The fields that may be changed; nil for all.
  ///   - author: Who fills it in.
  ///   - origin: Where what is typed goes, inside another form.
  ///   - inner: What the record inside the other one says; nil for a new one.
  ///   - values: What is entered as rows already, by the name of the field.
  ///   - context: What there is to refer to.
  init(
    _ kind: FormKind, _ title: String, _ subjects: [Subject], start: StoredValue? = nil,
    typed: [String: String] = [:], offered: [String: String] = [:], allowed: Set<String>? = nil,
    author: String = "", inside origin: Origin? = nil, part inner: StoredValue? = nil,
    values: [String: StoredValue] = [:], _ context: EntryContext
  ) {
    self.kind = kind
    self.title = title
    self.subjects = subjects
    self.start = start
    self.author = author
    self.offered = offered
    self.origin = origin
    part =
      inner ?? (subjects.count == 1 ? subjects.first.flatMap { Form.part(of: $0, start) } : nil)
    let isNew = subjects.contains { $0.target.isNew } || origin != nil && inner == nil
    let entered = Set(typed.keys).union(offered.keys)
    fields = Form.fields(
      of: kind, part ?? start, isNew: isNew, allowed, (entered, Set(values.keys)), context)
    for index in fields.indices {
      let name = fields[index].name
      if let text = typed[name] ?? offered[name] { fields[index].editor.replaceAll(with: text) }
      if let value = values[name] {
        fields[index].rows = FormField.rows(of: value, fields[index].kind)
      }
      fields[index].takeTyped(typed)
    }
    focus = fields.firstIndex { !isFolded($0) } ?? 0
    anchorPapers(context)
  }

  /// Opens a form with what a pane knows.
  init(
    _ kind: FormKind, _ title: String, _ subjects: [Subject], start: StoredValue? = nil,
    typed: [String: String] = [:], offered: [String: String] = [:], allowed: Set<String>? = nil,
    author: String = "", _ context: PaneContext
  ) {
    self.init(
      kind, title, subjects, start: start, typed: typed, offered: offered, allowed: allowed,
      author: author, context.entry)
  }

  /// Papers are due so long before the meeting, whatever today is.
  private mutating func anchorPapers(_ context: EntryContext) {
    guard let index = fields.firstIndex(where: { $0.name == "papersDueOn" }) else { return }
    fields[index].anchor = day(of: "date", context)
  }

  /// The part of a record that the fields belong to, as it was.
  private static func part(of subject: Subject, _ start: StoredValue?) -> StoredValue? {
    subject.target.isNew ? start : subject.base?.value(at: subject.target.path)
  }

  private static func fields(
    of kind: FormKind, _ part: StoredValue?, isNew: Bool, _ allowed: Set<String>?,
    _ entered: (texts: Set<String>, rows: Set<String>), _ context: EntryContext
  ) -> [FormField] {
    let shapes = kind.shape.fields
    let isWhole = kind.command == nil
    let entries = isNew && isWhole ? kind.fields(beyond: part) : kind.layout.fields
    let isWhoAsked = entries.contains { $0.name == Attendee.field }
    let folded = Set(kind.layout.more.map(\.name))
    // What holds no record yet is filled in beside its name, without a form inside the form.
    let inner = Dictionary(grouping: entries.filter { $0.holder != nil }) { $0.holder ?? "" }
    let short = inner.filter { holder, fields in
      fields.contains { entered.texts.contains($0.name) }
        || part?[holder]?.saysNothing != false && !entered.rows.contains(holder)
    }
    return entries.compactMap { entry in
      if let holder = entry.holder {
        guard short[holder] != nil, allowed?.contains(holder) != false else { return nil }
        return FormField(within: entry, of: kind.shape, part, context)
      }
      if short[entry.name] != nil { return nil }
      if entry.name == FormLayout.addedNote {
        return allowed?.contains("progress") == false ? nil : FormField(addedNote: entry)
      }
      if entry.name == Attendee.field {
        return allowed == nil ? FormField(attendeeOf: part, context) : nil
      }
      if isWhoAsked, entry.name == Attendee.key(of: part) { return nil }
      guard allowed?.contains(entry.name) != false,
        let shape = shapes.first(where: { $0.name == entry.name }),
        let entryKind = EntryKind(shape, style: entry.style, in: part)
      else { return nil }
      var field = FormField(
        entry, of: shape, in: kind.shape, kind: entryKind, old: part?[entry.name], context)
      field.isRare =
        folded.contains(entry.name) && !field.isRequired && (isNew || field.old == nil)
      return field
    }
  }

  /// Whether something is added, rather than changed.
  package var isNew: Bool {
    subjects.contains { $0.target.isNew } || origin != nil && part == nil
  }

  /// How many fields hold something else than before.
  package var changedCount: Int { fields.count(where: \.isChanged) }

  /// The field that has the keys; nil when "Save" or "More" has them.
  package var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// The form that has the keys: this one, or the one inside it.
  package var innermost: Form { inside?.innermost ?? self }

  /// The form inside this one, where one is open.
  package var inside: Form? {
    get { insides.first }
    set { insides = newValue.map { [$0] } ?? [] }
  }

  /// Whether what is typed goes back to the form around it.
  package var isInside: Bool { origin != nil }

  /// Whether a field is folded away: it says nothing, nobody has typed into it, nothing is wrong.
  func isFolded(_ field: FormField) -> Bool {
    !isMoreShown && field.isRare && !field.isChanged && field.problem.isEmpty
  }

  /// How many fields are folded away.
  var foldedCount: Int { fields.count(where: isFolded) }

  /// The position of "Save".
  var savePosition: Int { fields.count }

  /// The position of "More", which stands before "Save".
  var morePosition: Int { fields.count + 1 }

  /// The positions that can have the keys, from the first to the last.
  var stops: [Int] {
    fields.indices.filter { !isFolded(fields[$0]) } + (foldedCount > 0 ? [morePosition] : [])
      + [savePosition]
  }

  /// Takes out what was only offered, where nothing was typed beside it.
  mutating func dropOffered() {
    let isUntouched = fields.allSatisfy {
      $0.shape == nil ? $0.text == offered[$0.name] ?? $0.before : !$0.isChanged
    }
    guard isUntouched else { return }
    for index in fields.indices { fields[index].editor.replaceAll(with: fields[index].before) }
  }

  /// Gives the keys to another field; what was typed into the one before is understood first.
  mutating func focus(on index: Int, _ context: EntryContext) {
    if fields.indices.contains(focus) { fields[focus].resolveTypedText(context) }
    anchorPapers(context)
    focus = stops.contains(index) ? index : savePosition
    if fields.indices.contains(focus) { fields[focus].isFresh = true }
  }

  /// Gives the keys to another field.
  mutating func focus(on index: Int, _ context: PaneContext) { focus(on: index, context.entry) }

  /// Shows the fields that were folded away, and goes to the first of them.
  mutating func showMore() {
    let first = fields.firstIndex(where: isFolded)
    isMoreShown = true
    if let first {
      focus = first
      fields[first].isFresh = true
    }
  }
}
