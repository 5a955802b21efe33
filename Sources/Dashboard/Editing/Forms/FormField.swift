package import Safeguarding
package import TerminalUI

/// One field of a form that is being filled in.
package struct FormField: Hashable, Sendable {
  /// The key in the file, or the name of what is added.
  package let name: String
  package let label: String
  /// What belongs into the field, as a sentence.
  package let help: String
  package let kind: FieldKind
  /// Whether the record cannot do without it.
  package let isRequired: Bool
  /// What stands in the record.
  package let old: StoredValue?
  /// The same as one would type it.
  package let before: String
  /// What is typed.
  package var editor: TextEditor
  /// Why it could not be saved; empty while it was not tried.
  package var problem = ""
  /// The position in the list of what the letters may mean.
  package var selected = 0
  /// Whether the next letter takes the place of what stands here; for choices and names.
  package var isFresh = true
  /// The day from which a distance is counted back; nil where distances are counted from today.
  var anchor: CalendarDate?

  package var text: String { editor.text }
  /// Whether the next letter takes the place of the whole date that stands here.
  var isReplaced: Bool {
    if case .date = kind { isFresh && !text.isEmpty } else { false }
  }
  package var isChanged: Bool { text != before }

  init(
    _ entry: FormKind.Entry, of shape: RecordShape.Field, kind: FieldKind, old: StoredValue?,
    _ context: PaneContext
  ) {
    name = entry.name
    label = entry.label ?? fieldLabel(entry.name)
    help = shape.help
    self.kind = kind
    isRequired = shape.presence == .required || entry.isNeeded
    self.old = old
    editor = TextEditor(kind.text(of: old, context), isMultiline: kind.isMultiline)
    before = editor.text
  }

  /// A note that is added to those there are.
  init(addedNote entry: FormKind.Entry) {
    name = entry.name
    label = "Progress note"
    help = "What happened since the last note; it is added with today's date."
    kind = .paragraph
    isRequired = false
    old = nil
    before = ""
    editor = TextEditor("", isMultiline: true)
  }

  /// Who came to a meeting, of what an attendance says of them.
  init(attendeeOf part: StoredValue?, _ context: PaneContext) {
    name = Attendee.field
    label = "Who"
    help = "Who it is: a person, a seat, or an agency where neither is known."
    kind = .owners(isSeveral: false)
    isRequired = true
    old = Attendee.value(of: part)
    editor = TextEditor(kind.text(of: old, context))
    before = editor.text
  }

  /// What is typed, as it is understood; a field that nobody changed keeps what it held.
  func reading(_ context: PaneContext) -> FieldReading {
    guard isChanged else { return .understood(old) }
    if let anchor, text.trimmingBlanks.first?.isNumber == true {
      let back = kind.reading(of: "\(text) before \(anchor.iso)", old: old, context)
      if back.problem.isEmpty { return back }
    }
    let reading = kind.reading(of: text, old: old, context)
    switch name {
    case Attendee.field: return Attendee.checked(reading)
    case "time": return reading.checkedAsTime
    default: return reading
    }
  }

  /// Puts the whole name of what was understood in place of letters of it.
  mutating func resolveTypedText(_ context: PaneContext) {
    isFresh = true
    selected = 0
    guard isChanged else { return }
    let reading = reading(context)
    problem = reading.problem
    switch kind {
    case .line, .wrapped, .paragraph, .texts, .number, .papers: return
    case .choice, .date, .reference, .owners: break
    }
    guard reading.problem.isEmpty, let value = reading.value else { return }
    let whole = kind.text(of: value, context)
    if whole != text { editor.replaceAll(with: whole) }
  }

  /// What is typed as a draft keeps it: days as they were understood, so `fri` stays that Friday.
  func draftText(_ context: PaneContext) -> String {
    guard case .date = kind else { return text }
    var copy = self
    copy.resolveTypedText(context)
    return copy.text
  }
}

/// Something that letters in a field may mean.
package struct FieldMatch: Hashable, Sendable {
  /// What is put into the field.
  package let text: String
  /// What it is: "agency".
  package let note: String
}

extension [FieldMatch] {
  /// The record that is typed by its id, by its name; none where the name itself is typed.
  fileprivate init(_ record: Candidate, typedAs letters: String) {
    self =
      record.key == letters.lowercased()
      ? [] : [FieldMatch(text: record.text, note: record.kind.title.lowercased())]
  }
}

extension FormField {
  /// The name that is being typed, with its place in the text.
  private var part: Range<Int> {
    guard case .owners(isSeveral: true) = kind else { return 0..<text.utf8.count }
    return OwnerText.part(of: text, at: editor.cursor)
  }

  private var letters: String {
    String(decoding: Array(text.utf8)[part], as: UTF8.self).trimmingBlanks
  }

  /// What the letters may mean; none when they are the whole name of something.
  func matches(_ context: PaneContext) -> [FieldMatch] {
    let letters = letters
    guard isChanged, !letters.isEmpty else { return [] }
    switch kind {
    case .reference(let kind):
      let finder = context.finder(kind)
      if let record = finder.named(letters) { return [FieldMatch](record, typedAs: letters) }
      return finder.matches(letters).prefix(50).map { FieldMatch(text: $0.text, note: "") }
    case .owners:
      let finder = context.ownerFinder
      if let record = finder.named(letters) { return [FieldMatch](record, typedAs: letters) }
      if OwnerText.unquoted(letters) != nil { return [] }
      let known = (old?.elements ?? old.map { [$0] } ?? []).map { OwnerText.text(of: $0, context) }
      let isWho = name == Attendee.field
      let found = finder.matches(letters).filter { !isWho || Attendee.isKind($0.kind) }.prefix(50)
      if known.contains(letters) || found.isEmpty { return [] }
      let plain = letters.filter { $0 != "\"" }
      let records = found.map { FieldMatch(text: $0.text, note: $0.kind.title.lowercased()) }
      return isWho
        ? records : records + [FieldMatch(text: "\"\(plain)\"", note: "a name only")]
    default: return []
    }
  }

  /// Puts what is chosen from the list into the field.
  mutating func take(_ match: FieldMatch) {
    let part = part
    editor.replace(part, with: match.text)
    selected = 0
    isFresh = true
    problem = ""
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
