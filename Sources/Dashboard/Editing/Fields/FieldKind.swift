package import Safeguarding

/// How a field of a form is filled in.
package enum FieldKind: Hashable, Sendable {
  /// One line of text.
  case line
  /// One line of text that wraps where it is long; Enter goes on.
  case wrapped
  /// Text that wraps; Enter begins a new line.
  case paragraph
  /// Several texts, one a line.
  case texts
  /// One of a few words.
  case choice([Option])
  /// A day, or with `isImprecise` also a month, a season, a year or a range.
  case date(isImprecise: Bool, leaning: DateLeaning = .none)
  /// A whole number.
  case number
  /// Another record, by its name.
  case reference(RecordKind)
  /// Agencies, seats, people, groups or free names; one of them, or several.
  case owners(isSeveral: Bool)
  /// Papers, one a line: title; who writes it; due …; received ….
  case papers

  /// One word that can be chosen, and what people read for it.
  package struct Option: Hashable, Sendable {
    package let value: StoredValue
    package let title: String
  }

  /// How a value of a shape is filled in; nil for what has no form of its own.
  init?(_ shape: ValueShape, of entry: FormKind.Entry, in part: StoredValue?) {
    let leaning = DateLeaning(entry.name, of: part)
    switch shape {
    case .text: self = entry.textKind
    case .boolean:
      self = .choice([
        Option(value: .boolean(true), title: "yes"), Option(value: .boolean(false), title: "no"),
      ])
    case .whole: self = .number
    case .choice(let words):
      self = .choice(words.map { Option(value: .text($0.word), title: $0.meaning) })
    case .pattern(_, let example, _) where CalendarDate(iso: example) != nil:
      self = .date(isImprecise: false, leaning: leaning)
    case .anyOf(let shapes):
      guard case .pattern(_, let example, _)? = shapes.first, CalendarDate(iso: example) != nil
      else { return nil }
      self = .date(isImprecise: true, leaning: leaning)
    case .reference(let kind): self = .reference(kind)
    case .list(.text): self = .texts
    case .list(.record(let shape)):
      switch shape.kind {
      case Owner.kind: self = .owners(isSeveral: true)
      case Paper.kind: self = .papers
      default: return nil
      }
    case .record(let shape) where shape.kind == Owner.kind: self = .owners(isSeveral: false)
    case .record, .number, .pattern, .list, .object: return nil
    }
  }

  /// Whether Enter begins a new line in it.
  package var isMultiline: Bool {
    switch self {
    case .paragraph, .texts, .papers: true
    default: false
    }
  }

  /// Whether long text shows on several rows.
  package var wraps: Bool { isMultiline || self == .wrapped }

  /// Whether what is typed finds records, listed below the field.
  package var findsRecords: Bool {
    switch self {
    case .reference, .owners: true
    default: false
    }
  }

  /// How it is filled in, as a sentence or two.
  package var instruction: String {
    switch self {
    case .line, .wrapped: ""
    case .paragraph: "Enter begins a new line, Tab goes on."
    case .texts: "One a line: Enter begins the next, Tab goes on."
    case .choice: "Type a few letters in place of it, or go through them with Left and Right."
    case .date(let isImprecise, _):
      "Such as 7 apr, fri, +2w, in 10 working days, 2024-04-07"
        + (isImprecise ? ", autumn 2024 or 2024/25. Leave it blank for none." : ". Blank for none.")
        + " A letter replaces what stands here, Backspace changes it."
    case .number: "Digits only. Leave it blank for none."
    case .reference:
      "Type letters of the name, choose with Up and Down, take it with Enter. Blank for none."
    case .owners(let isSeveral):
      "Type letters of an agency, seat, person or group and take it with Enter; "
        + "put anybody else in quotes." + (isSeveral ? " Part several with ;" : "")
    case .papers:
      "One a line: title; who writes it; due 3 apr; received 12 apr."
    }
  }
}
