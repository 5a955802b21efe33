package import Entry
package import Safeguarding
package import TerminalUI

/// One field of a form that is being filled in.
package struct FormField: Hashable, Sendable {
  /// One record of a field that holds records.
  package struct Row: Hashable, Sendable {
    /// What it says, as far as it is understood.
    package var value: StoredValue
    /// What is typed and not understood yet, by the field, or the way to it: `holders/0/from`.
    package var typed: [String: String] = [:]
    /// Whether it is taken out when the form is saved.
    package var isRemoved = false
    /// Whether it was not there before and nothing has been entered yet.
    var isBegun = false
  }

  /// The key in the file, or the name of what is added.
  package let name: String
  package let label: String
  /// What one of its records is called, where it holds records.
  let one: String
  /// The way into the record that is filled in, where it belongs to a record inside it.
  var way: [PathStep] = []
  /// Whether that record cannot do without it.
  var isOwedWithin = false
  /// What belongs into the field, as a sentence.
  package let help: String
  package let kind: EntryKind
  /// Whether the record cannot do without it.
  package internal(set) var isRequired: Bool
  /// What stands in the record.
  package let old: StoredValue?
  /// The same as one would type it.
  package let before: String
  /// What is typed.
  package var editor: TextEditor
  /// The records of a field that holds records.
  package var rows: [Row] = []
  /// Why it could not be saved; empty while it was not tried.
  package var problem = ""
  /// The position in the list of what the letters may mean, or among the rows.
  package var selected = 0
  /// Whether the next letter takes the place of what stands here.
  package var isFresh = true
  /// Whether it is folded away while it says nothing.
  var isRare = false
  /// Whether the list of what the letters may mean was closed by Esc.
  var isListClosed = false
  /// Whether it was asked what becomes of a name that is in no record.
  var isAsked = false
  /// The day from which a distance is counted back; nil where distances are counted from today.
  var anchor: CalendarDate?

  package var text: String { editor.text }

  /// The shape of the records that it holds, where it holds records.
  package var shape: RecordShape? { kind.shape }

  /// Whether the next letter takes the place of the whole date, number or name that stands here.
  var isReplaced: Bool {
    switch kind {
    case .date, .time, .whole, .number, .measure, .cadence: isFresh && !text.isEmpty
    default: kind.findsRecords && isFresh && !text.isEmpty
    }
  }

  package var isChanged: Bool {
    guard shape != nil else { return text != before }
    return entered != old || rows.contains { !$0.typed.isEmpty }
  }

  init(
    _ entry: FormLayout.Field, of shape: RecordShape.Field, in owner: RecordShape, kind: EntryKind,
    old: StoredValue?, _ context: EntryContext
  ) {
    name = entry.name
    label = entry.label.isEmpty ? owner.label(of: entry.name) : entry.label
    one = kind.shape.map { nameOfOne(in: shape.name, of: owner.type, $0.kind) } ?? ""
    help = shape.help
    self.kind = kind
    isRequired = shape.presence == .required || entry.isNeeded
    self.old = old
    let text = kind.shape == nil ? kind.text(of: old, context) : ""
    editor = TextEditor(text, isMultiline: kind.isMultiline)
    before = editor.text
    rows = FormField.rows(of: old, kind)
  }

  /// A note that is added to those there are.
  init(addedNote entry: FormLayout.Field) {
    name = entry.name
    label = "Progress note"
    one = ""
    help = "What happened since the last note; it is added with today's date."
    kind = .text(.long)
    isRequired = false
    old = nil
    before = ""
    editor = TextEditor("", isMultiline: true)
  }

  /// Who came to a meeting, of what an attendance says of them.
  init(attendeeOf part: StoredValue?, _ context: EntryContext) {
    name = Attendee.field
    label = "Who"
    one = ""
    help = "Who it is: a person, a seat, or an agency where neither is known."
    kind = .owners(isSeveral: false)
    isRequired = true
    old = Attendee.value(of: part)
    editor = TextEditor(kind.text(of: old, context))
    before = editor.text
  }

  /// What is typed, as it is understood; a field that nobody changed keeps what it held.
  func reading(_ context: EntryContext) -> EntryReading {
    guard isChanged else { return .understood(old) }
    if let shape {
      guard let row = rows.first(where: { !$0.isRemoved && !$0.typed.isEmpty }) else {
        return .understood(entered)
      }
      let words = row.typed.keys.sorted().first.map { way in
        way.split(separator: "/").last.map { shape.label(of: String($0)) } ?? way
      }
      return .problem(
        "\(one.prefix(1).uppercased() + one.dropFirst()) is not finished: "
          + "\(words ?? "something") is not understood. "
          + "Enter opens it.")
    }
    if let anchor, text.trimmingBlanks.first?.isNumber == true {
      let back = kind.reading(of: "\(text) before \(anchor.iso)", old: old, context)
      if back.problem.isEmpty { return back }
    }
    let reading = kind.reading(of: text, old: old, context)
    return name == Attendee.field ? Attendee.checked(reading) : reading
  }

  /// Puts the whole name of what was understood in place of letters of it.
  mutating func resolveTypedText(_ context: EntryContext) {
    isFresh = true
    selected = shape == nil ? 0 : selected
    isListClosed = false
    guard isChanged else { return }
    let reading = reading(context)
    problem = reading.problem
    switch kind {
    case .text, .texts, .whole, .number, .time, .papers, .part, .rows, .measure, .cadence: return
    case .choice, .date, .reference, .owners, .citation, .several: break
    }
    guard reading.problem.isEmpty, let value = reading.value else { return }
    let whole = kind.text(of: value, context)
    if whole != text { editor.replaceAll(with: whole) }
  }

  /// What is typed as a draft keeps it: days as they were understood, so `fri` stays that Friday.
  func draftText(_ context: EntryContext) -> String {
    guard case .date = kind else { return text }
    var copy = self
    copy.resolveTypedText(context)
    return copy.text
  }

  /// Goes to another option; after the last comes the first.
  mutating func choose(by step: Int) {
    guard case .choice(let options) = kind, !options.isEmpty else { return }
    let now = options.firstIndex { $0.title == text }
    let index = now.map { $0 + step } ?? (step > 0 ? 0 : options.count - 1)
    editor.replaceAll(with: options[(index + options.count) % options.count].title)
    isFresh = true
    problem = ""
  }
}
