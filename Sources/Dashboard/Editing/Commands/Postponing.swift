import Safeguarding

/// How something that is owed is put off: by a later date, or by letting it stand still.
enum Postponement: CaseIterable, Sendable {
  case extend, pause

  /// The part of a record that tells of it.
  var kind: RecordKind { self == .extend ? Extension.kind : Pause.kind }

  /// The id of the command that opens its form.
  private var command: String { self == .extend ? "extend" : "pause" }

  /// The command that opens the form of a part of a record; nil for any other part.
  static func command(of part: RecordKind) -> String? {
    allCases.first { $0.kind == part }?.command
  }

  /// What it gives, in words.
  private var words: String { self == .extend ? "More time is kept" : "A pause is kept" }

  /// What is said of records that keep no such part.
  var missing: String {
    let kinds = Kinds.all.filter { RecordShape(of: $0).field(holding: kind) != nil }
      .map { Kinds.plural(of: $0).lowercased() }
    return "\(words) with \(kinds.joined(separator: ", ")). Select one of these first; "
      + "another date is changed with ‹edit›."
  }
}

extension Standpoint {
  /// Where a record tells of being put off: what the form fills in, and the record to be made if any.
  private func place(
    of postponement: Postponement
  ) -> (target: FormTarget, field: String, whole: StoredValue?)? {
    func way(_ kind: RecordKind) -> (field: String, path: [PathStep])? {
      guard let type = Kinds.type(named: kind.name),
        let field = RecordShape(of: type).field(holding: postponement.kind)
      else { return nil }
      return (field.name, [.field(field.name)] + (field.isList ? [.newElement] : []))
    }
    if case .unrecorded(let addition) = subject {
      guard addition.target.isNewRecord, let (field, path) = way(addition.kind) else { return nil }
      let target = FormTarget(addition.target.record, in: addition.target.document, path: path)
      return (target, field, addition.start)
    }
    guard !isPast, let record = subject.record, let (field, path) = way(record.kind),
      let own = target(of: .record(record)), own.path.isEmpty
    else { return nil }
    return (FormTarget(record, in: own.document, path: path), field, nil)
  }

  /// Why what is selected cannot be put off; nil when it can.
  func reasonNotTo(_ postponement: Postponement) -> String? {
    if isSummary {
      return "Nothing is put off from this summary. ‹open› opens what is selected first."
    }
    guard let (target, field, whole) = place(of: postponement) else { return postponement.missing }
    if postponement == .extend, deadline?.takesMoreTime == false {
      return "This date is one of several of its record, and is changed with ‹edit›."
    }
    if postponement == .pause, deadline?.standsStill == false {
      return "This date stays where it is while the review stands still. Select the date of its "
        + "publication, or go into the review."
    }
    return whole == nil
      ? reasonNotToChange(target.record, in: target.document, fields: [field])
      : context.lock(on: target.record, in: target.document)
  }

  /// Opens the form that puts off what is selected.
  func postpone(_ postponement: Postponement) -> Outcome {
    guard let (target, _, whole) = place(of: postponement) else { return .nothing }
    let name = deadline?.title ?? label(of: subject)
    let subject = FormRequest.Subject(target: target, whole: whole)
    switch postponement {
    case .extend:
      var later = Extension()
      later.agreedOn = ImpreciseDate(context.day)
      later.rule = isOneOfSeveral ? deadline.map { Reference($0.rule) } : nil
      var request = FormRequest(nil, [subject], "More time: \(name)")
      request.start = later.stored
      return .form(request)
    case .pause:
      let record = context.stored.record(target.record)?.stored
      let isPaused = record?.value(at: target.path) != nil
      return .form(
        FormRequest(
          nil, [subject], "\(isPaused ? "End of the pause" : "Pause"): \(name)",
          offered: [isPaused ? "until" : "from": context.day.short]))
    }
  }

  /// Whether the record of the selected row is owed by several dates.
  private var isOneOfSeveral: Bool {
    guard let deadline, deadline.unrecorded == nil else { return false }
    return context.deadlines.lazy.filter { $0.record == deadline.record }.prefix(2).count > 1
  }
}
