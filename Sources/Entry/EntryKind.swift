package import Safeguarding

/// How a field is typed, and how its value is spelled for typing.
package indirect enum EntryKind: Hashable, Sendable {
  /// Text; how much room it is given says nothing about what can be typed.
  case text(TextStyle)
  /// Several texts, one a line.
  case texts
  /// One of a few words.
  case choice([Option])
  /// A day, or with `isImprecise` also a month, a season, a year or a range.
  case date(isImprecise: Bool, leaning: DateLeaning = .none)
  /// A time of day.
  case time
  /// A whole number.
  case whole
  /// A number with or without decimals.
  case number
  /// A published value: a number, a bound, about a number, a phrase, or not available.
  case measure
  /// How often something happens.
  case cadence
  /// A place in a published document.
  case citation
  /// Another record, by its name.
  case reference(RecordKind)
  /// Several values on one line, parted by semicolons.
  case several(EntryKind)
  /// Agencies, seats, people, groups or free names; one of them, or several.
  case owners(isSeveral: Bool)
  /// Papers, one a line: title; who writes it; due …; received ….
  case papers
  /// A record inside a record.
  case part(RecordShape)
  /// A list of records inside a record, one a line.
  case rows(RecordShape)

  /// One word that can be chosen, and what people read for it.
  package struct Option: Hashable, Sendable {
    /// What a file holds for it.
    package let value: StoredValue
    /// What people read.
    package let title: String
    /// When it is chosen, as a sentence; empty where its title says all.
    package var help = ""
    /// The options it stands among, where there are too many for one list.
    package var group: ChoiceGroup?
  }

  /// How a declared field is typed; nil for what has no words of its own.
  ///
  /// - Parameters:
  ///   - field: The field, as the record's shape declares it.
  ///   - style: How much room text is given.
  ///   - part: The record, where there is one already.
  package init?(
    _ field: RecordShape.Field, style: TextStyle = .line, in part: StoredValue? = nil
  ) {
    let leaning = DateLeaning(field.name, of: part)
    guard let kind = EntryKind(field.shape, leaning, style) else { return nil }
    self = kind == .text(.line) && field.name == "time" ? .time : kind
  }

  private init?(_ shape: ValueShape, _ leaning: DateLeaning, _ style: TextStyle) {
    switch shape {
    case .text, .pattern: self = .text(style)
    case .boolean:
      self = .choice([
        Option(value: .boolean(true), title: "yes"), Option(value: .boolean(false), title: "no"),
      ])
    case .whole: self = .whole
    case .number: self = .number
    case .choice(let words):
      let ranked = words.enumerated().sorted {
        ($0.element.group?.rank ?? 0, $0.offset) < ($1.element.group?.rank ?? 0, $1.offset)
      }
      self = .choice(
        ranked.map(\.element).map {
          Option(value: .text($0.word), title: $0.meaning, help: $0.help, group: $0.group)
        })
    case .value(let name, _):
      switch name {
      case .day: self = .date(isImprecise: false, leaning: leaning)
      case .impreciseDate: self = .date(isImprecise: true, leaning: leaning)
      case .measure: self = .measure
      case .cadence: self = .cadence
      case .citation: self = .citation
      }
    case .reference(let kind): self = .reference(kind)
    case .record(let shape):
      self = shape.kind == Owner.kind ? .owners(isSeveral: false) : .part(shape)
    case .list(.text): self = .texts
    case .list(.record(let shape)):
      switch shape.kind {
      case Owner.kind: self = .owners(isSeveral: true)
      case Paper.kind: self = .papers
      default: self = .rows(shape)
      }
    case .list(let element):
      guard let kind = EntryKind(element, leaning, .line), !kind.isMultiline else { return nil }
      self = .several(kind)
    case .object, .anyOf: return nil
    }
  }

  /// Whether a line break belongs into it.
  package var isMultiline: Bool {
    switch self {
    case .text(.long), .texts, .papers: true
    case .text, .choice, .date, .time, .whole, .number, .measure, .cadence, .citation, .reference,
      .several, .owners, .part, .rows:
      false
    }
  }

  /// Whether long text shows on several rows.
  package var wraps: Bool { isMultiline || self == .text(.wrapped) }

  /// Whether it is filled in by a form of its own: a record, or a list of records.
  package var shape: RecordShape? {
    switch self {
    case .part(let shape), .rows(let shape): shape
    default: nil
    }
  }

  /// Whether what is typed finds records, listed below the field.
  package var findsRecords: Bool {
    switch self {
    case .reference, .owners, .citation: true
    case .several(let element): element.findsRecords
    default: false
    }
  }

  /// Whether several names can stand in it.
  package var isSeveral: Bool {
    switch self {
    case .several, .owners(isSeveral: true): true
    default: false
    }
  }

  /// How it is filled in, as a sentence or two.
  package var instruction: String {
    switch self {
    case .text(.line), .text(.wrapped): ""
    case .text(.long): "Enter begins a new line, Tab goes on."
    case .texts: "One a line: Enter begins the next, Tab goes on."
    case .choice: "Type a few letters in place of it, or go through them with Left and Right."
    case .date(let isImprecise, _):
      "Such as 7 apr, fri, +2w, in 10 working days, 2024-04-07"
        + (isImprecise ? ", autumn 2024 or 2024/25. Leave it blank for none." : ". Blank for none.")
        + " A letter replaces what stands here, Backspace changes it."
    case .time: "Such as 9:30 or 14:00."
    case .whole: "Digits only. Leave it blank for none."
    case .number: "A number such as 12 or 44.4. Leave it blank for none."
    case .measure:
      "A number such as 44.4 or 1,200; at least 450; about 70; the words of the source, such as "
        + "a low number; not available: why. Blank for none."
    case .cadence:
      "Such as monthly, quarterly, every 6 weeks, every 2 months or 4 times a year. Blank for none."
    case .citation:
      "Letters of the document's title, a comma and the place in it: annual report, page 12."
    case .reference:
      "Type letters of the name, choose with Up and Down, take it with Enter. Blank for none."
    case .several(let element): "\(element.instruction) Part several with ;"
    case .owners(let isSeveral):
      "Type letters of an agency, seat, person or group and take it with Enter; "
        + "put anybody else in quotes." + (isSeveral ? " Part several with ;" : "")
    case .papers:
      "One a line: title; who writes it; due 3 apr; received 12 apr."
    case .part: "Enter opens it, or type. Delete takes it out, and brings it back."
    case .rows:
      "Enter opens a row, or adds one; what you type where one is added begins it. On a row, a adds "
        + "another, < and > move it, Delete takes it out, and brings it back."
    }
  }
}
