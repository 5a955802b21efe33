package import Safeguarding

extension Form {
  /// What became of an attempt to finish the form.
  package enum Finished: Hashable, Sendable {
    case edit(Edit)
    /// Nothing differs from what stands there.
    case unchanged
    /// Something has to be put right first; the form says what.
    case faulty
  }

  /// The edit that the form asks for; where something is wrong, goes to the first such field.
  mutating func finish(_ context: PaneContext) -> Finished {
    guard let kind = FormKind.named(kind) else { return .faulty }
    sentence = ""
    var values: [(field: FormField, value: StoredValue?)] = []
    for index in fields.indices {
      let reading = fields[index].reading(context)
      fields[index].problem = reading.problem
      if reading.problem.isEmpty, reading.value == nil, isNeeded(fields[index]) {
        fields[index].problem = "\(fields[index].label) is needed. \(fields[index].help)"
      }
      if isReasonOwed(fields[index], context) {
        fields[index].problem = "Reason is needed. Say why the term is longer."
      }
      if fields[index].isChanged { values.append((fields[index], reading.value)) }
    }
    if let rival = Attendee.rival(in: fields, context) {
      let label = fields[rival].label.lowercasedFirst
      fields[rival].problem =
        "Who names another \(label), and only one can be kept. Blank one of them, or name a person "
        + "as Who."
    }
    if let faulty = fields.firstIndex(where: { !$0.problem.isEmpty }) {
      focus = faulty
      return .faulty
    }
    var changes: [Change] = []
    var last: StoredValue?
    for subject in subjects {
      let after = result(for: subject, values, kind, context.day)
      if let problem = firstProblem(of: after, subject, kind, context) {
        point(to: problem)
        return .faulty
      }
      changes += Form.changes(subject, to: after, as: kind.entity)
      last = after
    }
    return changes.isEmpty
      ? .unchanged : .edit(Edit(editTitle(kind, last, context), changes))
  }

  /// Whether a blank field would leave the record without what it cannot do without.
  private func isNeeded(_ field: FormField) -> Bool {
    field.isRequired && (isNew || field.isChanged)
  }

  /// Whether a term in the chair was made longer and nobody has said why.
  private func isReasonOwed(_ field: FormField, _ context: PaneContext) -> Bool {
    guard kind == ChairTerm.kind.name, field.name == "reason",
      !field.isChanged || field.text.trimmingBlanks.isEmpty,
      let old = fields.first(where: { $0.name == "to" })?.old.flatMap(Form.day),
      let new = day(of: "to", context)
    else { return false }
    return old < new
  }

  private mutating func point(to problem: RecordProblem) {
    if let index = fields.firstIndex(where: { $0.name == problem.field }) {
      fields[index].problem = "\(problem.message) \(problem.hint)"
      focus = index
    } else {
      sentence = "\(problem.message) \(problem.hint)"
    }
  }

  /// The whole record with what was typed.
  private func result(
    for subject: Subject, _ values: [(field: FormField, value: StoredValue?)], _ kind: FormKind,
    _ day: CalendarDate
  ) -> StoredValue {
    let target = subject.target
    var part =
      subject.prepared
      ?? (target.isNew ? start : subject.base?.value(at: target.path)) ?? .record([])
    for (field, value) in values {
      if field.name == FormKind.addedNote {
        part["progress"] =
          note(value, on: day).map {
            .list((part["progress"]?.elements ?? []) + [$0])
          } ?? part["progress"]
      } else if field.name == Attendee.field {
        Attendee.put(value, in: &part, instead: field.old)
      } else {
        part[field.name] = value
      }
    }
    part = part.ordered(as: kind.shape)
    let whole = subject.base.flatMap { $0.replacing(at: target.path, with: part) } ?? part
    return kind.finish(subject.base, whole, day)
  }

  private func note(_ value: StoredValue?, on day: CalendarDate) -> StoredValue? {
    guard let text = value?.text else { return nil }
    var note = ProgressNote()
    (note.on, note.text, note.by) = (ImpreciseDate(day), text, author)
    return note.stored
  }

  private static func changes<E: Entity>(
    _ subject: Subject, to after: StoredValue, as type: E.Type
  ) -> [Change] {
    let target = subject.target
    guard let base = subject.base else {
      return [Change(target.document, target.record, from: nil, to: after)]
    }
    return E.differences(from: base, to: after).map { difference in
      Change(
        target.document, target.record, field: difference.field, from: difference.from,
        to: difference.to)
    }
  }

  /// The first thing wrong with a record that was not wrong with it before.
  private func firstProblem(
    of after: StoredValue, _ subject: Subject, _ kind: FormKind, _ context: PaneContext
  ) -> RecordProblem? {
    var whole = after
    if subject.target.isNewRecord { whole["id"] = .text("new") }
    let old = subject.base.map { Form.findings(in: $0, as: kind.entity) }
    let new = Form.findings(in: whole, as: kind.entity)
    let known = Set(old?.problems.map(\.message) ?? [])
    if let problem = new.problems.first(where: { !known.contains($0.message) }) { return problem }
    let missing = new.references.first { link in
      !(old?.references.contains(link) ?? false)
        && context.workspace.record(kind: link.kind.name, id: link.id) == nil
    }
    return missing.map { link in
      RecordProblem(
        "", "There is no \(link.kind.title.lowercased()) \"\(link.id)\" any more.",
        hint: "Choose another one.")
    }
  }

  /// What is wrong with a record, and which other records it names.
  private static func findings<E: Entity>(
    in value: StoredValue, as type: E.Type
  ) -> (problems: [RecordProblem], references: [RecordID]) {
    let findings = StoredSource.Findings()
    let own = E.read(from: StoredSource(value, findings))?.problems ?? []
    let messages = Set(own.map(\.message))
    let others = findings.problems.filter { !messages.contains($0.message) }
      .map { RecordProblem("", $0.message, hint: $0.hint) }
    return (own + others, findings.references)
  }
}
