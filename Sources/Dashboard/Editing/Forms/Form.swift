package import Safeguarding
import TerminalUI

/// A form that is being filled in: what it changes, what stood there, and what is typed.
///
/// It is a value of its own: whatever becomes of the workspace underneath, it stays as typed, and
/// what it saves is the difference to the record as it was when the form opened.
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

  /// The id of the kind of form.
  package let kind: String
  /// What it does, as history shows it: "Edit action: send the audit tool".
  package let title: String
  /// The records it changes: one, or all that were marked.
  package let subjects: [Subject]
  /// What a new record, or a new element of a list, begins with.
  package let start: StoredValue?
  /// Who fills it in, where that is known.
  package let author: String
  /// What stood in fields when the form opened, by their names, though nobody has typed it.
  private let offered: [String: String]
  package var fields: [FormField]
  /// The position of the field that has the keys; behind the last one stands "Save".
  package var focus = 0
  /// The edit that is on its way to the disk.
  package var saving: Edit?
  package var isHelpShown = false
  /// Whether what looks wrong was asked about, and is meant.
  package var isMeant = false
  /// Why it was not saved, or what happened meanwhile; empty when there is nothing to say.
  package var sentence = ""

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - kind: The kind of form.
  ///   - title: What it does.
  ///   - subjects: The records it changes; at least one.
  ///   - start: What a new record or element begins with.
  ///   - typed: What is typed already, by the name of the field.
  ///   - offered: What is likely meant and nobody has typed yet, by the name of the field.
  ///   - allowed: The fields that may be changed; nil for all.
  ///   - author: Who fills it in.
  ///   - context: What there is to refer to.
  init(
    _ kind: FormKind, _ title: String, _ subjects: [Subject], start: StoredValue? = nil,
    typed: [String: String] = [:], offered: [String: String] = [:], allowed: Set<String>? = nil,
    author: String = "", _ context: PaneContext
  ) {
    self.kind = kind.id
    self.title = title
    self.subjects = subjects
    self.start = start
    self.author = author
    self.offered = offered
    let part = subjects.count == 1 ? subjects.first.flatMap { Form.part(of: $0, start) } : nil
    fields = Form.fields(of: kind, part, allowed, context)
    for index in fields.indices {
      let name = fields[index].name
      if let text = typed[name] ?? offered[name] { fields[index].editor.replaceAll(with: text) }
    }
    anchorPapers(context)
  }

  /// Papers are due so long before the meeting, whatever today is.
  private mutating func anchorPapers(_ context: PaneContext) {
    guard let index = fields.firstIndex(where: { $0.name == "papersDueOn" }) else { return }
    fields[index].anchor = day(of: "date", context)
  }

  /// The part of a record that the fields belong to, as it was.
  private static func part(of subject: Subject, _ start: StoredValue?) -> StoredValue? {
    subject.target.isNew ? start : subject.base?.value(at: subject.target.path)
  }

  private static func fields(
    of kind: FormKind, _ part: StoredValue?, _ allowed: Set<String>?, _ context: PaneContext
  ) -> [FormField] {
    let shapes = kind.shape.fields
    let isWhoAsked = kind.entries.contains { $0.name == Attendee.field }
    return kind.entries.compactMap { entry in
      if entry.name == FormKind.addedNote {
        return allowed?.contains("progress") == false ? nil : FormField(addedNote: entry)
      }
      if entry.name == Attendee.field {
        return allowed == nil ? FormField(attendeeOf: part, context) : nil
      }
      if isWhoAsked, entry.name == Attendee.key(of: part) { return nil }
      guard allowed?.contains(entry.name) != false,
        let shape = shapes.first(where: { $0.name == entry.name }),
        let fieldKind = FieldKind(shape.shape, of: entry, in: part)
      else { return nil }
      return FormField(entry, of: shape, kind: fieldKind, old: part?[entry.name], context)
    }
  }

  /// Whether something is added, rather than changed.
  package var isNew: Bool { subjects.contains { $0.target.isNew } }

  /// How many fields hold something else than before.
  package var changedCount: Int { fields.count(where: \.isChanged) }

  /// The field that has the keys; nil when "Save" has them.
  package var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Takes out what was only offered, where nothing was typed beside it.
  mutating func dropOffered() {
    let isUntouched = fields.allSatisfy { $0.text == offered[$0.name] ?? $0.before }
    guard isUntouched else { return }
    for index in fields.indices { fields[index].editor.replaceAll(with: fields[index].before) }
  }

  /// Gives the keys to another field; what was typed into the one before is understood first.
  mutating func focus(on index: Int, _ context: PaneContext) {
    if fields.indices.contains(focus) { fields[focus].resolveTypedText(context) }
    anchorPapers(context)
    focus = (index + fields.count + 1) % (fields.count + 1)
    if fields.indices.contains(focus) { fields[focus].isFresh = true }
  }
}
