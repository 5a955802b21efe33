import Entry
import Letters
import Safeguarding

extension Form {
  /// What may be meant and looks wrong.
  private struct Doubt {
    /// What is said beside the field.
    let words: String
    /// What is asked once before it is saved.
    let question: String
    /// The fields of which one has to be changed for that.
    let causes: Set<String>
  }

  /// What may be meant and looks wrong in a field, in a few words; empty where nothing does.
  func caution(on field: FormField, _ context: EntryContext) -> String {
    doubt(about: field, context)?.words ?? ""
  }

  /// What is asked once before it is saved; nil where nothing looks wrong.
  func question(_ context: EntryContext) -> String? {
    let changed = Set(fields.filter(\.isChanged).map(\.name))
    return fields.lazy.compactMap { doubt(about: $0, context) }
      .first { isNew || !$0.causes.isDisjoint(with: changed) }?.question
  }

  private func doubt(about field: FormField, _ context: EntryContext) -> Doubt? {
    switch (kind.id, field.name) {
    case (Meeting.kind.name, "date"): doubtfulDay(context)
    case ("attendance", Attendee.field): repeatedAttendee(field, context)
    case (ChairTerm.kind.name, "to"): overlap(context)
    case (Meeting.kind.name, "attendance"): attendedTwice(field, context)
    default: personalData(in: field)
    }
  }

  /// What may tell who a child is, told without repeating it.
  private func personalData(in field: FormField) -> Doubt? {
    guard field.isChanged else { return nil }
    let typed = PersonalDataKind.found(in: field.text, called: field.label)
    let inside = field.rows.filter { !$0.isRemoved }.flatMap(\.value.personalDataKinds)
    let found = (typed + inside).first
    return found.map { kind in
      Doubt(
        words: "may be \(kind.title)",
        question:
          "\(field.label) holds what may be \(kind.title), and no child's details belong here. "
          + "Save it all the same?",
        causes: [field.name])
    }
  }

  /// A planned meeting on a day that has passed, or one that was held on a day to come.
  private func doubtfulDay(_ context: EntryContext) -> Doubt? {
    guard let day = day(of: "date", context),
      let status = value(of: "status", context)?.text.flatMap(MeetingStatus.init)
    else { return nil }
    let causes: Set = ["date", "status"]
    switch status {
    case .planned where day < context.day:
      return Doubt(
        words: "in the past", question: "Plan it for \(day.short), which is in the past?",
        causes: causes)
    case .held where day > context.day:
      return Doubt(
        words: "held, but to come",
        question: "Record it as held on \(day.short), which is to come?",
        causes: causes)
    default: return nil
    }
  }

  /// Somebody who is entered for the meeting already.
  private func repeatedAttendee(_ field: FormField, _ context: EntryContext) -> Doubt? {
    guard let who = field.reading(context).value?.members?.first else { return nil }
    let all = subjects.first?.base?["attendance"]?.elements ?? []
    let others =
      all.indices.filter { subjects.first?.target.path.last != .element($0) }.map { all[$0] }
      + siblings
    guard others.contains(where: { $0[who.key] == who.value }) else { return nil }
    return Doubt(
      words: "entered already", question: "\(field.text) is entered already. Enter it once more?",
      causes: [Attendee.field])
  }

  /// Somebody who stands twice among those who came to a meeting.
  private func attendedTwice(_ field: FormField, _ context: EntryContext) -> Doubt? {
    var known: Set<StoredValue> = []
    let twice = field.rows.filter { !$0.isRemoved }.compactMap { Attendee.value(of: $0.value) }
      .first { !known.insert($0).inserted }
    guard let twice else { return nil }
    let name = EntryKind.owners(isSeveral: false).text(of: twice, context)
    return Doubt(
      words: "\(name) stands twice", question: "\(name) is entered twice. Save both?",
      causes: ["attendance"])
  }

  /// A term in the chair that lasts into the next one and does not move it along.
  private func overlap(_ context: EntryContext) -> Doubt? {
    let moves = value(of: "shiftsFollowing", context) == .boolean(true)
    guard !moves, let subject = subjects.first, let record = subject.base ?? start,
      var term = ChairTerm.read(from: StoredSource(record))
    else { return nil }
    term.from = value(of: "from", context).flatMap { ImpreciseDate.read(from: StoredSource($0)) }
    term.to = value(of: "to", context).flatMap { ImpreciseDate.read(from: StoredSource($0)) }
    guard let day = context.workspace.term(overlappedBy: term)?.from?.short else { return nil }
    return Doubt(
      words: "overlaps the term from \(day)",
      question: "The next term is recorded from \(day). Save both though they overlap?",
      causes: ["from", "to", "shiftsFollowing"])
  }

  /// What is typed into a field, as it is understood.
  private func value(of name: String, _ context: EntryContext) -> StoredValue? {
    fields.first { $0.name == name }?.reading(context).value
  }

  /// The day that is typed into a field; the last one that may be meant.
  func day(of name: String, _ context: EntryContext) -> CalendarDate? {
    value(of: name, context).flatMap(Form.day)
  }

  /// The last day that a date of a file may mean.
  static func day(_ value: StoredValue) -> CalendarDate? {
    ImpreciseDate.read(from: StoredSource(value))?.last
  }
}
